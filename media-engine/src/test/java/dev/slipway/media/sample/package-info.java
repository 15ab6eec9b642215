/** Tests of the demonstration's clip. */
@NullMarked
package dev.slipway.media.sample;

import org.jspecify.annotations.NullMarked;
