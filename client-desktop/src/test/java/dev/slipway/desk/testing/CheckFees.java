package dev.slipway.desk.testing;

import dev.slipway.model.terms.Terms;

/** Offers that keep a part of the price. */
public final class CheckFees {
    private CheckFees() {}

    /** @param checkFee in wei, decimal text */
    public static Terms on(Terms terms, String checkFee) {
        return new Terms(
                terms.version(),
                terms.audience(),
                terms.operator(),
                terms.rail(),
                terms.chainId(),
                terms.recipient(),
                terms.router(),
                terms.price(),
                checkFee,
                terms.confirmations(),
                terms.expiresAt(),
                terms.hostingDays(),
                terms.uploadBytes(),
                terms.rules());
    }
}
