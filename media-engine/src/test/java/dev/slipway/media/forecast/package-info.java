/** Forecasts against what really came out. */
@NullMarked
package dev.slipway.media.forecast;

import org.jspecify.annotations.NullMarked;
