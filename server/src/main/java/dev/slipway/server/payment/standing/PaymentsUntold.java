package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Bytes32;

/** Where some payments stand could not be told, and where all others do was. */
public final class PaymentsUntold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PaymentsUntold(int count, Bytes32 first, RuntimeException why) {
        super(
                (count == 1 ? "One payment" : count + " payments")
                        + " cannot be told to their publications, all others are. The first has the reference "
                        + first + ": " + why.getMessage(),
                why);
    }
}
