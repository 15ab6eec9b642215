/** Makes the clip that a demonstration uses when it is given none. */
@NullMarked
package dev.slipway.media.sample;

import org.jspecify.annotations.NullMarked;
