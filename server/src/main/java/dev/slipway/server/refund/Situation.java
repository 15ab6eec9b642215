package dev.slipway.server.refund;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a publication stands when it is asked what is owed for it.
 *
 * @param delivery whether files may still come for the price
 * @param publishedAt when it was shown for the first time, null until then
 * @param standing of its payment, by the credits alone
 * @param now every block up to this moment was read
 */
public record Situation(
        ContentState content, Delivery delivery, @Nullable Instant publishedAt, PaymentState standing, Instant now) {

    /** Whether the author brought what was paid for. */
    public enum Delivery {
        EXPECTED,
        /** Its files did not come in all the time that there was. */
        ABANDONED
    }

    public Situation(ContentState content, @Nullable Instant publishedAt, PaymentState standing, Instant now) {
        this(content, Delivery.EXPECTED, publishedAt, standing, now);
    }
}
