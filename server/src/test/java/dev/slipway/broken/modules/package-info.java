/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.modules;

import org.jspecify.annotations.NullMarked;
