/** Placeholder text is replaced below. */
@NullMarked
package dev.slipway.desk;

import org.jspecify.annotations.NullMarked;
