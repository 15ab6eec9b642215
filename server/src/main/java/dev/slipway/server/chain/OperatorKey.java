package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** The operator's secp256k1 key, which signs terms. Never prints its secret. */
public final class OperatorKey {
    private static final int SECRET_BYTES = 32;

    private final ECKeyPair pair;

    private OperatorKey(ECKeyPair pair) {
        this.pair = pair;
    }

    /** @throws IllegalArgumentException unless the secret is 32 bytes and a scalar of the curve */
    public static OperatorKey of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a key is 32 bytes, not " + secret.length);
        }
        BigInteger scalar = new BigInteger(1, secret);
        if (!isScalar(scalar)) {
            throw new IllegalArgumentException("these 32 bytes are not a secp256k1 key; generate another");
        }
        return new OperatorKey(ECKeyPair.create(scalar));
    }

    /** Whether 32 bytes make a key: all but a vanishing few of random ones do. */
    public static boolean isKey(byte[] secret) {
        return secret.length == SECRET_BYTES && isScalar(new BigInteger(1, secret));
    }

    private static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
    }

    public static OperatorKey generate(SecureRandom random) {
        BigInteger scalar;
        do {
            scalar = new BigInteger(SECRET_BYTES * 8, random);
        } while (!isScalar(scalar));
        return new OperatorKey(ECKeyPair.create(scalar));
    }

    public Address address() {
        return new Address("0x" + Keys.getAddress(pair));
    }

    /** The 32 secret bytes, for the file that keeps them. */
    public byte[] secret() {
        return Numeric.toBytesPadded(pair.getPrivateKey(), SECRET_BYTES);
    }

    ECKeyPair pair() {
        return pair;
    }

    @Override
    public String toString() {
        return "OperatorKey[" + address() + ", secret withheld]";
    }
}
