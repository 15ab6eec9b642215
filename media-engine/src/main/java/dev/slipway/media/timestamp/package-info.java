/** Makes one time line of a source whose own clock jumps. */
@NullMarked
package dev.slipway.media.timestamp;

import org.jspecify.annotations.NullMarked;
