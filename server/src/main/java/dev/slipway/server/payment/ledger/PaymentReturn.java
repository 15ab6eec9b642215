package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One return in a block, to the address that an author signed for refunds. Its identity is (chain, transaction, log
 * index).
 *
 * @param logIndex {@link Credit#PLAIN_TRANSFER}, or the log's place among the logs of its transaction, which no reorganisation shifts
 * @param token the contract whose tokens were returned; null for the chain's own coin
 * @param amount in the smallest unit, more than zero, as it arrived
 */
public record PaymentReturn(
        Bytes32 transactionHash,
        int logIndex,
        Bytes32 reference,
        Address sender,
        Address refundTo,
        @Nullable Address token,
        BigInteger amount,
        BlockRef block,
        Instant blockTime) {}
