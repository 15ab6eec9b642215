package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainReceipt;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment in a block. Its identity is (chain, transaction, log index).
 *
 * @param logIndex {@link #PLAIN_TRANSFER}, or the log's place among the logs of its transaction, which no reorganisation shifts
 * @param token the contract whose tokens were paid; null for the chain's own coin
 * @param amount in the smallest unit, more than zero; nothing of it was moved where the outcome is a failure
 */
public record Credit(
        Bytes32 transactionHash,
        int logIndex,
        Bytes32 reference,
        Address payer,
        Address recipient,
        @Nullable Address token,
        BigInteger amount,
        ChainReceipt.Outcome outcome,
        BlockRef block,
        Instant blockTime) {
    public static final int PLAIN_TRANSFER = -1;

    /** The same payment, worth another amount. */
    public Credit of(BigInteger other) {
        return new Credit(
                transactionHash, logIndex, reference, payer, recipient, token, other, outcome, block, blockTime);
    }

    public boolean succeeded() {
        return outcome == ChainReceipt.Outcome.SUCCEEDED;
    }
}
