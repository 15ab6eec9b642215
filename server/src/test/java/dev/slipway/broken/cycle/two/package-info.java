/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.cycle.two;

import org.jspecify.annotations.NullMarked;
