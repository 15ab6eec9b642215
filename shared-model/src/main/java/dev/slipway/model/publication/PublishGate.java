package dev.slipway.model.publication;

/** The join of the two states: content becomes visible only when it is ready and its payment is confirmed. */
public final class PublishGate {
    private PublishGate() {}

    public static boolean isOpen(ContentState content, PaymentState payment) {
        return content == ContentState.READY && (payment == PaymentState.CONFIRMED || payment == PaymentState.OVER);
    }

    /** Whether visible content must be hidden because the payment it stands on was taken back. */
    public static boolean mustHold(ContentState content, PaymentState payment) {
        return content == ContentState.PUBLISHED
                && switch (payment) {
                    case AWAITING, SEEN, PARTIAL, REVERTED -> true;
                    case CONFIRMING, CONFIRMED, OVER, LATE, UNKNOWN, REFUNDING, REFUNDED -> false;
                };
    }
}
