package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
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
    /** The payment buys nothing any more, and part of it is still to be returned, or the return is not final yet. */
    REFUNDING,
    /** The payment buys nothing any more, and all that is owed was returned for good. */
    REFUNDED;

    private static final Set<PaymentState> FROM_CHAIN =
            EnumSet.of(AWAITING, SEEN, PARTIAL, CONFIRMING, CONFIRMED, OVER, LATE, REVERTED, UNKNOWN);

    /**
     * The chain may say anything at any time, for blocks are undone. A refund is begun before it is ended, and its end
     * is taken back through its beginning: a reorganisation may undo the return as well as the payment, and a refusal
     * may be taken back before anything was returned.
     */
    public boolean mayBecome(PaymentState next) {
        if (this == next) {
            return false;
        }
        return switch (this) {
            case REFUNDING -> true;
            case REFUNDED -> next == REFUNDING;
            default -> FROM_CHAIN.contains(next) || next == REFUNDING;
        };
    }

    /** Whether the payment buys nothing any more and goes back, or went. */
    public boolean isRefund() {
        return this == REFUNDING || this == REFUNDED;
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
