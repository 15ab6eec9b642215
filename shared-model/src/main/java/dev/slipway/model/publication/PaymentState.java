package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where the payment of a publication stands, as seen on chain. Unknown (the node is away) is never treated as failed,
 * so nobody pays twice.
 */
public enum PaymentState {
    AWAITING,
    /** In the node's pool, in no block yet. */
    SEEN,
    /** In blocks, less than the price. */
    PARTIAL,
    /** In a block, waiting for more on top. */
    CONFIRMING,
    CONFIRMED,
    /** Confirmed, and more than the price. */
    OVER,
    /** In blocks, but after the offer's expiry and the server's grace. Opens nothing. */
    LATE,
    /** The transaction failed on chain. */
    REVERTED,
    UNKNOWN,
    REFUNDING,
    REFUNDED;

    private static final Set<PaymentState> FROM_CHAIN =
            EnumSet.of(AWAITING, SEEN, PARTIAL, CONFIRMING, CONFIRMED, OVER, LATE, REVERTED, UNKNOWN);

    /** The chain may say anything at any time (blocks are undone); only a refund, once begun, goes one way. */
    private static final Map<PaymentState, Set<PaymentState>> REFUND = Map.of(
            REFUNDING, EnumSet.of(REFUNDED),
            REFUNDED, EnumSet.noneOf(PaymentState.class));

    public boolean mayBecome(PaymentState next) {
        if (this == next) {
            return false;
        }
        Set<PaymentState> refund = REFUND.get(this);
        if (refund != null) {
            return refund.contains(next);
        }
        return FROM_CHAIN.contains(next) || (next == REFUNDING && isPaid());
    }

    /** Whether the full price is in blocks that count. */
    public boolean isPaid() {
        return this == CONFIRMED || this == OVER || this == LATE;
    }

    /** Whether the full price is at least in a block: the grant to upload is live from here. */
    public boolean opensUpload() {
        return this == CONFIRMING || this == CONFIRMED || this == OVER;
    }

    /** The text form in JSON and in the database, such as {@code confirming}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
