package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import java.util.List;

/**
 * A block with its transactions, in their order.
 *
 * @param bloom what of its logs the header tells
 */
public record ChainBlock(
        long number,
        Bytes32 hash,
        Bytes32 parentHash,
        Instant time,
        LogsBloom bloom,
        List<ChainTransaction> transactions) {
    public ChainBlock {
        transactions = List.copyOf(transactions);
    }
}
