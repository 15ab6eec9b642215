/** Measuring of real processes. */
@NullMarked
package dev.slipway.desk.bench.process;

import org.jspecify.annotations.NullMarked;
