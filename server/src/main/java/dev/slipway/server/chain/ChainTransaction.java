package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the node shows it.
 *
 * @param to null where it makes a contract
 * @param value in wei
 * @param input hex with 0x
 * @param blockHash null while it waits for a block
 */
public record ChainTransaction(
        Bytes32 hash,
        Address from,
        @Nullable Address to,
        BigInteger value,
        String input,
        long nonce,
        @Nullable Bytes32 blockHash) {
    private static final int WORD_TEXT = 2 + 2 * 32;

    /** The input where it is exactly 32 bytes: the reference of a payment on the plain rail. */
    public Optional<Bytes32> word() {
        return input.length() == WORD_TEXT ? Optional.of(new Bytes32(input)) : Optional.empty();
    }
}
