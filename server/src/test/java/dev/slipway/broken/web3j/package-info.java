/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.web3j;

import org.jspecify.annotations.NullMarked;
