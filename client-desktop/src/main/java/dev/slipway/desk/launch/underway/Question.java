package dev.slipway.desk.launch.underway;

import dev.slipway.desk.pay.Quote;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be signed and paid, for a person to agree to.
 *
 * @param payment what this desk's wallet pays; null where it only signs, and any wallet pays
 */
public record Question(
        Terms terms,
        PublishMessage message,
        Bytes32 reference,
        @Nullable Quote payment) {

    /** In the unit of the price: what is paid for the publication now. */
    BigInteger amount() {
        return payment == null ? new BigInteger(terms.price()) : payment.value();
    }

    /** What the network takes at most, in wei, where it is paid from here. */
    Optional<BigInteger> highestFee() {
        return Optional.ofNullable(payment).map(Quote::mostFee);
    }

    /** Whether whoever agreed to this agreed to the other: the same publication for no more. */
    boolean covers(Question other) {
        Quote asked = other.payment;
        if (!reference.equals(other.reference)) {
            return false;
        }
        return asked == null
                || payment != null
                        && payment.recipient().equals(asked.recipient())
                        && Objects.equals(payment.token(), asked.token())
                        && asked.value().compareTo(payment.value()) <= 0
                        && asked.mostFee().compareTo(payment.mostFee()) <= 0;
    }
}
