/** Figures and reports against numbers worked out by hand. */
@NullMarked
package dev.slipway.desk.bench.report;

import org.jspecify.annotations.NullMarked;
