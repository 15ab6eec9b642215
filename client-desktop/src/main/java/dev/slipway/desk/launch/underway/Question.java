package dev.slipway.desk.launch.underway;

import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;

/** What is about to be signed and paid, for a person to agree to. */
public record Question(Terms terms, PublishMessage message, Bytes32 reference, Transfer payment) {

    /** What the network takes at most, in wei. */
    public BigInteger highestFee() {
        return payment.highestCost().subtract(payment.value());
    }

    /** Whether whoever agreed to this agreed to the other: the same publication for no more. */
    boolean covers(Question other) {
        return reference.equals(other.reference)
                && payment.recipient().equals(other.payment.recipient())
                && other.payment.value().compareTo(payment.value()) <= 0
                && other.highestFee().compareTo(highestFee()) <= 0;
    }
}
