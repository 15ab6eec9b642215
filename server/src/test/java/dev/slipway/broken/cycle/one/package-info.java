/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.cycle.one;

import org.jspecify.annotations.NullMarked;
