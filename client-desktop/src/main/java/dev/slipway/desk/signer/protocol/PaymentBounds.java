package dev.slipway.desk.signer.protocol;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.Objects;

/**
 * A payment as a person saw and confirmed it. Amounts in wei.
 *
 * @param value what the recipient gets, to the wei
 * @param mostFee what the network may take beside it at most
 */
public record PaymentBounds(long chainId, Address recipient, BigInteger value, BigInteger mostFee, Bytes32 reference) {
    public PaymentBounds {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(mostFee, "mostFee");
        Objects.requireNonNull(reference, "reference");
        if (value.signum() < 0 || mostFee.signum() < 0) {
            throw new IllegalArgumentException("amounts are not negative");
        }
    }
}
