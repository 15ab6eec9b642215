/** Measures of quality against numbers that others computed. */
@NullMarked
package dev.slipway.media.quality;

import org.jspecify.annotations.NullMarked;
