/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.clock;

import org.jspecify.annotations.NullMarked;
