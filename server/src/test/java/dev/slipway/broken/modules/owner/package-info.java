/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.modules.owner;

import org.jspecify.annotations.NullMarked;
