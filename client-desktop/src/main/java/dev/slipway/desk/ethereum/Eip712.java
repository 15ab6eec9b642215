package dev.slipway.desk.ethereum;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.TypedData;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

/** Digests of typed structured data (EIP-712) and who signed them. */
public final class Eip712 {
    private static final BigInteger HALF_ORDER = Sign.CURVE_PARAMS.getN().shiftRight(1);

    private Eip712() {}

    public static Bytes32 digest(TypedData data) {
        return digest(data.toJson());
    }

    /** @param json the form that {@code eth_signTypedData_v4} takes */
    static Bytes32 digest(String json) {
        try {
            return Bytes32.of(new StructuredDataEncoder(json).hashStructuredData());
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not EIP-712 typed data: " + e.getMessage(), e);
        }
    }

    /**
     * The account whose key made the signature; empty when it is none: not 65 bytes, s in the upper half (EIP-2), no
     * such point.
     */
    public static Optional<Address> recover(Bytes32 digest, String signature) {
        byte[] bytes;
        try {
            bytes = Hex.parse(signature, 65);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        byte[] r = Arrays.copyOfRange(bytes, 0, 32);
        byte[] s = Arrays.copyOfRange(bytes, 32, 64);
        byte v = bytes[64] < 27 ? (byte) (bytes[64] + 27) : bytes[64];
        if (new BigInteger(1, s).compareTo(HALF_ORDER) > 0) {
            return Optional.empty();
        }
        try {
            BigInteger key = Sign.signedMessageHashToKey(digest.bytes(), new Sign.SignatureData(v, r, s));
            return Optional.of(new Address("0x" + Keys.getAddress(key)));
        } catch (SignatureException | IllegalArgumentException e) {
            // Both mean that no key can have made these bytes: that is the answer, not a failure.
            return Optional.empty();
        }
    }
}
