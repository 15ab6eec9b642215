/** The outputs that are made from pictures: each a lane that is cut into chunks and may move off a lost device. */
@NullMarked
package dev.slipway.media.encode.lane;

import org.jspecify.annotations.NullMarked;
