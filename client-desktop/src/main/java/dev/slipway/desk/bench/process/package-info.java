/** Runs commands and measures what they and all their children take. */
@NullMarked
package dev.slipway.desk.bench.process;

import org.jspecify.annotations.NullMarked;
