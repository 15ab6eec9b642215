package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.model.ethereum.Bytes32;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks on the chain for a payment that a wallet was asked for: under the hash that the wallet named, and among
 * everything the account has sent since, because a wallet that speeds a transaction up sends another one in its place.
 * Keeps how far it has read; to be used by one thread at a time.
 */
final class PaymentSearch {
    /** How many blocks one look reads at most; the next goes on. */
    private static final long BLOCKS_A_LOOK = 64;
    /** Read again each time, because the newest blocks may still be exchanged for others. */
    private static final long UNSETTLED = 3;

    private final Chain chain;
    private final PaymentOrder order;
    private long readTo = -1;

    PaymentSearch(Chain chain, PaymentOrder order) {
        this.chain = chain;
        this.order = order;
    }

    /** What the chain says at the moment. */
    sealed interface Found {
        record Paid(ChainTransaction transaction) implements Found {}

        record Reverted(ChainTransaction transaction) implements Found {}

        /** The wallet named a transaction that is something else. */
        record SomethingElse(PaymentOrder.Difference difference) implements Found {}

        /** The account has sent something that no block has yet. */
        record Waiting() implements Found {}

        /** There are blocks left to read. */
        record Reading() implements Found {}

        /** Neither in a block up to this one, nor in the pool of our node. */
        record Absent(long block) implements Found {}
    }

    /** @throws dev.slipway.desk.problem.DeskException {@code chain-unavailable}: nothing is known then */
    Found look(AskedPayment asked) {
        PaymentOrder asOrdered = order.of(asked.amount());
        @Nullable Found claimed = asked.hash() == null ? null : under(asked.hash(), asOrdered);
        return claimed == null ? since(asked) : claimed;
    }

    private @Nullable Found under(Bytes32 hash, PaymentOrder asOrdered) {
        Optional<ChainTransaction> transaction = chain.transaction(hash);
        if (transaction.isEmpty()) {
            return null;
        }
        Optional<PaymentOrder.Difference> difference = asOrdered.differenceOf(transaction.get());
        return difference.isPresent() ? new Found.SomethingElse(difference.get()) : found(transaction.get());
    }

    private Found found(ChainTransaction transaction) {
        return transaction.inBlock() && chain.isReverted(transaction.hash())
                ? new Found.Reverted(transaction)
                : new Found.Paid(transaction);
    }

    private Found since(AskedPayment asked) {
        long newest = chain.newestBlock();
        // Asked for after the newest block: when the count has not moved, no block up to that one has anything new.
        if (chain.minedNonce(asked.payer()).compareTo(asked.nonce()) > 0) {
            Optional<ChainTransaction> payment = read(asked, newest);
            if (payment.isPresent()) {
                return found(payment.get());
            }
            if (readTo < newest) {
                return new Found.Reading();
            }
        }
        boolean waits = chain.nextNonce(asked.payer()).compareTo(chain.minedNonce(asked.payer())) > 0;
        return waits ? new Found.Waiting() : new Found.Absent(newest);
    }

    private Optional<ChainTransaction> read(AskedPayment asked, long newest) {
        long from = Math.max(asked.block(), Math.min(readTo + 1, newest - UNSETTLED));
        long to = Math.min(newest, from + BLOCKS_A_LOOK);
        PaymentOrder asOrdered = order.of(asked.amount());
        for (long block = from; block <= to; block++) {
            Optional<ChainTransaction> payment = chain.sentIn(block, asked.payer()).stream()
                    .filter(transaction -> asOrdered.differenceOf(transaction).isEmpty())
                    .findFirst();
            if (payment.isPresent()) {
                return payment;
            }
        }
        readTo = Math.max(readTo, to);
        return Optional.empty();
    }
}
