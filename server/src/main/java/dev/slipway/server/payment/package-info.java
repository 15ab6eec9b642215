/** Payments on chain: the ledger of what was paid, the watcher that fills it, and where each publication's payment stands. */
@NullMarked
package dev.slipway.server.payment;

import org.jspecify.annotations.NullMarked;
