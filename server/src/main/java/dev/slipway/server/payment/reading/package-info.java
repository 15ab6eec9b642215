/** Finds payments and returns in the blocks of a chain, and follows it through reorganisations. */
@NullMarked
package dev.slipway.server.payment.reading;

import org.jspecify.annotations.NullMarked;
