package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainUnavailable;
import java.util.List;

/**
 * A block's hash stands for all that is in it, so a node that tells two things of one block is wrong at least once.
 * Nothing of it is believed then, and what was read before stays as it is.
 */
final class Contradiction {
    /** Rows of before V19 were numbered by their block; that migration moved them up here, out of the way of all others. */
    static final int NUMBERED_BY_BLOCK = 1_000_000_000;

    private Contradiction() {}

    /** Of one transaction. */
    static void requireNone(List<Credit> before, List<Credit> now) {
        for (Credit old : before) {
            boolean isSameBlock = now.stream().anyMatch(credit -> credit.block().equals(old.block()));
            if (isSameBlock && old.logIndex() < NUMBERED_BY_BLOCK && !now.contains(old)) {
                throw of(old.block(), old.transactionHash());
            }
        }
    }

    /** What is none of a publication's is not kept, so one that is missing says nothing. */
    static void requireNoneOfReturns(List<PaymentReturn> before, List<PaymentReturn> now) {
        for (PaymentReturn old : before) {
            boolean isOther = now.stream()
                    .filter(back -> back.transactionHash().equals(old.transactionHash()))
                    .anyMatch(back ->
                            back.block().equals(old.block()) && back.logIndex() == old.logIndex() && !back.equals(old));
            if (isOther) {
                throw of(old.block(), old.transactionHash());
            }
        }
    }

    private static ChainUnavailable of(BlockRef block, Bytes32 transaction) {
        return new ChainUnavailable("The node contradicts itself: what it says of the transaction " + transaction
                + " in block " + block.number() + " (" + block.hash() + ") is not what was read in that block before."
                + " Nothing of it is counted. Point SLIPWAY_CHAIN_RPC at another node.");
    }
}
