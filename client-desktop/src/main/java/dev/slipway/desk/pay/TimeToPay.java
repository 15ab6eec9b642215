package dev.slipway.desk.pay;

import dev.slipway.model.terms.Terms;
import java.time.Duration;
import java.time.Instant;

/** Whether a payment can still get into a block before its offer expires: a later one would be taken and open nothing. */
public final class TimeToPay {
    private static final Duration LEAST = Duration.ofMinutes(2);

    private TimeToPay() {}

    public static boolean isLeft(Terms terms, Instant now) {
        return now.plus(LEAST).isBefore(terms.expiresAt());
    }
}
