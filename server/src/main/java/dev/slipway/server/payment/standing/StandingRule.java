package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.publication.PaymentStanding;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a payment stands, from the credits of its reference alone: the same credits always give the same standing.
 *
 * <p>Late means that the block in which the price became complete is after the offer's end and the grace that follows
 * it, which is for payments that were sent in time and mined later. It is said at once, because a late payment opens
 * nothing: it is the operator's to send back.
 */
final class StandingRule {
    private final Terms terms;
    private final Finality finality;
    private final Instant lastInTime;

    /** @param grace how long after the offer's end a block still counts */
    StandingRule(Terms terms, Finality finality, Duration grace) {
        this.terms = terms;
        this.finality = finality;
        this.lastInTime = terms.expiresAt().plus(grace);
    }

    /**
     * @param credits in blocks and not undone, oldest first
     * @param pending a transaction with this reference that waits for a block
     */
    PaymentStanding of(List<Credit> credits, @Nullable Bytes32 pending) {
        List<Credit> ours = credits.stream()
                .filter(credit -> credit.recipient().equals(terms.recipient()) && terms.isPaidIn(credit.token()))
                .toList();
        List<Credit> paid = ours.stream().filter(Credit::succeeded).toList();
        BigInteger total = sum(paid);
        Optional<Credit> completing = completing(paid);
        if (completing.isPresent()) {
            return complete(paid, total, completing.get());
        }
        if (!paid.isEmpty()) {
            Credit last = paid.getLast();
            return new PaymentStanding(PaymentState.PARTIAL, total, confirmations(last), last.transactionHash());
        }
        return nothingPaid(ours, pending);
    }

    private PaymentStanding complete(List<Credit> paid, BigInteger total, Credit completing) {
        return new PaymentStanding(
                completeState(paid, completing), total, confirmations(completing), completing.transactionHash());
    }

    private PaymentState completeState(List<Credit> paid, Credit completing) {
        if (completing.blockTime().isAfter(lastInTime)) {
            return PaymentState.LATE;
        }
        if (!isFinal(completing)) {
            return PaymentState.CONFIRMING;
        }
        BigInteger settled = sum(paid.stream().filter(this::isFinal).toList());
        return settled.compareTo(price()) > 0 ? PaymentState.OVER : PaymentState.CONFIRMED;
    }

    private PaymentStanding nothingPaid(List<Credit> failed, @Nullable Bytes32 pending) {
        if (pending != null) {
            return new PaymentStanding(PaymentState.SEEN, BigInteger.ZERO, 0, pending);
        }
        if (!failed.isEmpty()) {
            Credit last = failed.getLast();
            return new PaymentStanding(
                    PaymentState.REVERTED, BigInteger.ZERO, confirmations(last), last.transactionHash());
        }
        return PaymentStanding.NONE;
    }

    /** Whether more blocks on top cannot change the standing; only a deep reorganisation or another payment can. */
    boolean isSettled(List<Credit> credits) {
        return !credits.isEmpty() && credits.stream().allMatch(this::isFinal);
    }

    /** The credit that made the price whole. */
    private Optional<Credit> completing(List<Credit> paid) {
        BigInteger soFar = BigInteger.ZERO;
        for (Credit credit : paid) {
            soFar = soFar.add(credit.amount());
            if (soFar.compareTo(price()) >= 0) {
                return Optional.of(credit);
            }
        }
        return Optional.empty();
    }

    private BigInteger price() {
        return new BigInteger(terms.price());
    }

    private boolean isFinal(Credit credit) {
        return finality.isFinal(credit.block().number(), terms.confirmations());
    }

    /** No more are counted than are asked for, so that a settled publication does not change with every block. */
    private int confirmations(Credit credit) {
        int counted = finality.confirmations(credit.block().number());
        return isFinal(credit) ? Math.min(counted, terms.confirmations()) : counted;
    }

    private static BigInteger sum(List<Credit> credits) {
        return credits.stream().map(Credit::amount).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
