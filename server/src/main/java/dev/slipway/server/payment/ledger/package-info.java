/** What was read of the chain: blocks, payments, returns, and which references are open. */
@NullMarked
package dev.slipway.server.payment.ledger;

import org.jspecify.annotations.NullMarked;
