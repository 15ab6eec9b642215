/** Tests of the way that sound takes. */
@NullMarked
package dev.slipway.media.sound;

import org.jspecify.annotations.NullMarked;
