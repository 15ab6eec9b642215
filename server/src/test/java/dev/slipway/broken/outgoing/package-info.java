/** Breaks a rule on purpose: it fetches what it is told to. */
@NullMarked
package dev.slipway.broken.outgoing;

import org.jspecify.annotations.NullMarked;
