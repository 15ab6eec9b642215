/** What a bench found out, for people and for machines. */
@NullMarked
package dev.slipway.desk.bench.report;

import org.jspecify.annotations.NullMarked;
