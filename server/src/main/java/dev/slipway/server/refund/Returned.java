package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A return that is in a block.
 *
 * @param token null for the chain's own coin
 * @param amount in the smallest unit, more than zero
 */
public record Returned(@Nullable Address token, BigInteger amount, Bytes32 transactionHash, Certainty certainty) {

    /** Whether a reorganisation may still take it back. */
    public enum Certainty {
        YOUNG,
        FINAL
    }
}
