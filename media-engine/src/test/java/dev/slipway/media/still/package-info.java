/** Tests of how the poster is chosen. */
@NullMarked
package dev.slipway.media.still;

import org.jspecify.annotations.NullMarked;
