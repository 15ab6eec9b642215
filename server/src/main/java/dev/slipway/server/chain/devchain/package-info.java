/** The development chain: play money on loopback, with real signatures, nonces, balances, fees and receipts; transfers only. */
@NullMarked
package dev.slipway.server.chain.devchain;

import org.jspecify.annotations.NullMarked;
