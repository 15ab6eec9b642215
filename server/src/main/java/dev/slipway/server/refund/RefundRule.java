package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is owed back, from what was received and returned and from where the publication stands: the same facts in
 * whatever order always give the same answer. Of each coin and token, what is kept, owed and returned is together what
 * was received, unless more was returned than that, or more than was owed for what is shown.
 */
public final class RefundRule {
    /** A node may be behind: so much longer nobody says of a part of the price that the rest will not come. */
    private static final Duration NODES_LAG = Duration.ofHours(1);

    /** Anybody can return something, a wei at a time. */
    private static final int MOST_TOLD = 50;

    private static final Set<PaymentState> WHOLE =
            EnumSet.of(PaymentState.CONFIRMING, PaymentState.CONFIRMED, PaymentState.OVER, PaymentState.LATE);

    private final Terms terms;
    private final Instant lastChance;

    /** @param grace how long after the offer's end a block still counts */
    public RefundRule(Terms terms, Duration grace) {
        this.terms = terms;
        this.lastChance = terms.expiresAt().plus(grace).plus(NODES_LAG);
    }

    /** What becomes of the price. */
    private record Verdict(BigInteger kept, RefundReason reason, Purchase purchase) {}

    private enum Purchase {
        STANDS,
        /** It bought what it was paid for: nothing more is owed, and what went back of it all the same is told. */
        SHOWN,
        ENDED
    }

    /** @param returned oldest first */
    public Refunds of(Situation situation, List<Received> received, List<Returned> returned) {
        List<Refund> list = new ArrayList<>();
        Verdict verdict = verdict(situation, price(received));
        Stream.concat(Stream.of(Optional.<Address>empty()), tokens(received))
                .flatMap(coin -> refund(coin.orElse(null), verdict, received, returned).stream())
                .forEach(list::add);
        return new Refunds(list, verdict.purchase() == Purchase.ENDED ? state(list, returned) : null);
    }

    private static Stream<Optional<Address>> tokens(List<Received> received) {
        return received.stream()
                .flatMap(payment -> Optional.ofNullable(payment.token()).stream())
                .distinct()
                .sorted(Comparator.comparing(Address::hex))
                .map(Optional::of);
    }

    /** Of what the price is in, its part is kept; of all else, nothing. */
    private Optional<Refund> refund(
            @Nullable Address coin, Verdict verdict, List<Received> received, List<Returned> returned) {
        boolean isAsked = terms.isPaidIn(coin);
        BigInteger due = total(received, coin).subtract(isAsked ? verdict.kept() : BigInteger.ZERO);
        if (due.signum() <= 0) {
            boolean wentBack = isAsked
                    && verdict.purchase() == Purchase.SHOWN
                    && sum(returned, coin).signum() > 0;
            return wentBack ? Optional.of(refund(coin, BigInteger.ZERO, verdict.reason(), returned)) : Optional.empty();
        }
        boolean isOfThePrice = isAsked && price(received).compareTo(verdict.kept()) > 0;
        return Optional.of(refund(coin, due, isOfThePrice ? verdict.reason() : RefundReason.UNUSABLE, returned));
    }

    /** Whether time alone will make something owed: a part of the price, or what no price asked for, waits for the rest. */
    public boolean isWaiting(Situation situation, List<Received> received) {
        return !received.isEmpty()
                && situation.publishedAt() == null
                && !WHOLE.contains(situation.standing())
                && !situation.now().isAfter(lastChance);
    }

    private Verdict verdict(Situation situation, BigInteger paid) {
        BigInteger price = new BigInteger(terms.price());
        BigInteger fee = terms.kept().min(paid);
        if (situation.publishedAt() != null) {
            return new Verdict(paid.min(price), RefundReason.OVER, Purchase.SHOWN);
        }
        if (situation.content() == ContentState.REJECTED) {
            return new Verdict(fee, RefundReason.REJECTED, Purchase.ENDED);
        }
        if (situation.delivery() == Situation.Delivery.ABANDONED) {
            // Nothing came that could be checked, so no check is paid for.
            return new Verdict(BigInteger.ZERO, RefundReason.UNUSABLE, Purchase.ENDED);
        }
        if (situation.standing() == PaymentState.LATE && paid.compareTo(price) >= 0) {
            return new Verdict(BigInteger.ZERO, RefundReason.LATE, Purchase.ENDED);
        }
        if (!WHOLE.contains(situation.standing()) && situation.now().isAfter(lastChance)) {
            return new Verdict(BigInteger.ZERO, RefundReason.UNUSABLE, Purchase.ENDED);
        }
        return new Verdict(paid.min(price), RefundReason.OVER, Purchase.STANDS);
    }

    private static Refund refund(
            @Nullable Address token, BigInteger due, RefundReason reason, List<Returned> returned) {
        BigInteger back = sum(returned, token);
        return new Refund(token, due.subtract(back).max(BigInteger.ZERO), back, reason, transactions(returned, token));
    }

    private static @Nullable PaymentState state(List<Refund> list, List<Returned> returned) {
        if (list.isEmpty()) {
            return null;
        }
        boolean isDone = list.stream().allMatch(refund -> refund.owed().signum() == 0)
                && returned.stream().allMatch(back -> back.certainty() == Returned.Certainty.FINAL);
        return isDone ? PaymentState.REFUNDED : PaymentState.REFUNDING;
    }

    private static BigInteger price(List<Received> received) {
        return received.stream()
                .filter(payment -> payment.purpose() == Received.Purpose.PRICE)
                .map(Received::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger total(List<Received> received, @Nullable Address token) {
        return received.stream()
                .filter(payment -> Objects.equals(payment.token(), token))
                .map(Received::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger sum(List<Returned> returned, @Nullable Address token) {
        return returned.stream()
                .filter(back -> Objects.equals(back.token(), token))
                .map(Returned::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Bytes32> transactions(List<Returned> returned, @Nullable Address token) {
        return returned.stream()
                .filter(back -> Objects.equals(back.token(), token))
                .map(Returned::transactionHash)
                .distinct()
                .limit(MOST_TOLD)
                .toList();
    }
}
