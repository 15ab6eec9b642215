package dev.slipway.server.payment;

import java.math.BigInteger;

/**
 * Sums over the ledger, for the statistics page.
 *
 * @param payments in blocks, not undone, successful
 * @param wei the sum of those in the chain's own coin; amounts of tokens add up to nothing
 * @param undone taken back by a reorganisation and not seen again
 * @param open references whose standing may still change
 * @param block the newest block that was read, -1 before the first
 */
public record PaymentTotals(long payments, BigInteger wei, long undone, long open, long block) {}
