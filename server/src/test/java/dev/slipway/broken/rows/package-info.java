/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.rows;

import org.jspecify.annotations.NullMarked;
