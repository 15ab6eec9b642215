/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.injection;

import org.jspecify.annotations.NullMarked;
