package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Bytes32;

/** What became of a transaction that is in a block. */
public record ChainReceipt(Bytes32 transactionHash, Bytes32 blockHash, long blockNumber, Outcome outcome) {

    /** Its status (EIP-658). */
    public enum Outcome {
        SUCCEEDED,
        /** It cost its gas and moved nothing. */
        FAILED
    }
}
