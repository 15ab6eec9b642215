/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.modules.owner.inside;

import org.jspecify.annotations.NullMarked;
