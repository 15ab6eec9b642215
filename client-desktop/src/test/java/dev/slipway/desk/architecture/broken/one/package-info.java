/** Breaks the rules on purpose. */
@NullMarked
package dev.slipway.desk.architecture.broken.one;

import org.jspecify.annotations.NullMarked;
