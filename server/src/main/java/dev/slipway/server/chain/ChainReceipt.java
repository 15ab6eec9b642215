package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Bytes32;
import java.util.List;

/**
 * What became of a transaction that is in a block.
 *
 * @param logs all of its contracts', in their order
 */
public record ChainReceipt(
        Bytes32 transactionHash, Bytes32 blockHash, long blockNumber, Outcome outcome, List<ChainLog> logs) {
    public ChainReceipt {
        logs = List.copyOf(logs);
    }

    /** Its status (EIP-658). */
    public enum Outcome {
        SUCCEEDED,
        /** It cost its gas and moved nothing. */
        FAILED
    }
}
