package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A payment that counts for good.
 *
 * @param token null for the chain's own coin
 * @param amount in the smallest unit, more than zero
 */
public record Received(@Nullable Address token, BigInteger amount, Purpose purpose) {

    /** What it was paid for. */
    public enum Purpose {
        /** In the coin or token of the price, to the recipient of the terms. */
        PRICE,
        /** In another coin or token, or to another address of ours. */
        UNASKED
    }
}
