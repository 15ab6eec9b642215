/** The operator's offer: price, recipient, chain and expiry, signed by the operator's key. */
@NullMarked
package dev.slipway.model.terms;

import org.jspecify.annotations.NullMarked;
