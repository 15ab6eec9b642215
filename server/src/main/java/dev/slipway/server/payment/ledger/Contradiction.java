package dev.slipway.server.payment.ledger;

import java.util.List;

/**
 * A block's hash stands for all that is in it, so a node that tells two things of one block is wrong at least once.
 * Nothing of it is believed then, and what was read before stays as it is.
 */
final class Contradiction {
    /** From here on: rows of before V19, which were numbered by their block, and what a person set aside (V23). */
    static final int OUT_OF_THE_WAY = 1_000_000_000;

    private Contradiction() {}

    /** Of one transaction. */
    static void requireNone(List<Credit> before, List<Credit> now) {
        for (Credit old : before) {
            boolean isSameBlock = now.stream().anyMatch(credit -> credit.block().equals(old.block()));
            if (isSameBlock && old.logIndex() < OUT_OF_THE_WAY && !now.contains(old)) {
                throw new ContradictingNode(old.block(), old.transactionHash());
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
                throw new ContradictingNode(old.block(), old.transactionHash());
            }
        }
    }
}
