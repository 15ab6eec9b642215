/** Measures the engine against FFmpeg's own program and against its promises; every figure is a ratio of one run. */
@NullMarked
package dev.slipway.desk.bench;

import org.jspecify.annotations.NullMarked;
