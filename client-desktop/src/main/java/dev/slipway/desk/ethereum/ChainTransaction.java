package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the chain's node has it.
 *
 * @param to null when it makes a contract
 * @param value in wei
 * @param input what is sent along, in lower-case hex, {@code 0x} when nothing is
 * @param chainId null in transactions of the kind before EIP-155, which any chain takes
 * @param inBlock false while it waits in the node's pool
 */
public record ChainTransaction(
        Bytes32 hash,
        Address from,
        @Nullable Address to,
        BigInteger value,
        String input,
        @Nullable Long chainId,
        boolean inBlock) {}
