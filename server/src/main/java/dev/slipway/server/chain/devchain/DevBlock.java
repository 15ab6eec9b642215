package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Bytes32;
import java.util.List;

/**
 * A block.
 *
 * @param timestamp seconds since the epoch
 */
record DevBlock(long number, Bytes32 hash, Bytes32 parentHash, long timestamp, List<SignedTransfer> transfers) {

    long gasUsed() {
        return gasUsedThrough(transfers.size() - 1);
    }

    /** By the transfers up to this index and by it. */
    long gasUsedThrough(int index) {
        return transfers.subList(0, index + 1).stream()
                .mapToLong(transfer -> Fees.gasUsed(transfer.input()))
                .sum();
    }
}
