package dev.slipway.desk.signer.protocol;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a person saw and confirmed it.
 *
 * @param value in wei, or in the token's smallest unit: exactly what is paid
 * @param mostFee in wei: what the network may take beside it at most
 * @param token null where it is paid in the chain's own coin
 */
public record PaymentBounds(
        long chainId,
        Address recipient,
        BigInteger value,
        BigInteger mostFee,
        Bytes32 reference,
        @Nullable Token token) {

    /** The token's contract, and the one that may take exactly the value of it. */
    public record Token(Address contract, Address router) {
        public Token {
            Objects.requireNonNull(contract, "contract");
            Objects.requireNonNull(router, "router");
        }
    }

    /** In the chain's own coin. */
    public PaymentBounds(long chainId, Address recipient, BigInteger value, BigInteger mostFee, Bytes32 reference) {
        this(chainId, recipient, value, mostFee, reference, null);
    }

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
