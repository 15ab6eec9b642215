/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.modules.caller;

import org.jspecify.annotations.NullMarked;
