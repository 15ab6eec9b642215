package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.TypedData;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

@Component
final class Web3jSignatures implements EthereumSignatures {
    private static final int SIGNATURE_TEXT = 2 + 2 * 65;
    private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();

    @Override
    public Bytes32 digest(TypedData data) {
        try {
            return Bytes32.of(new StructuredDataEncoder(data.toJson()).hashStructuredData());
        } catch (IOException e) {
            throw new IllegalArgumentException("this is not EIP-712 typed data: " + e.getMessage(), e);
        }
    }

    @Override
    public Bytes32 personalDigest(String text) {
        return Bytes32.of(Sign.getEthereumMessageHash(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean isChecksummed(String address) {
        return Keys.toChecksumAddress(address).equals(address);
    }

    @Override
    public String sign(Bytes32 digest, OperatorKey key) {
        Sign.SignatureData signature = Sign.signMessage(digest.bytes(), key.pair(), false);
        byte[] joined = new byte[65];
        System.arraycopy(signature.getR(), 0, joined, 0, 32);
        System.arraycopy(signature.getS(), 0, joined, 32, 32);
        joined[64] = signature.getV()[0];
        return Hex.of(joined);
    }

    @Override
    public Optional<Address> recover(Bytes32 digest, String signature) {
        return bytes(signature).flatMap(bytes -> recover(digest, bytes));
    }

    private static Optional<byte[]> bytes(String signature) {
        // The length is checked before the text is looked at: it comes from outside.
        if (signature.length() != SIGNATURE_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hex.parse(signature));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private static Optional<Address> recover(Bytes32 digest, byte[] signature) {
        ECDSASignature rs = new ECDSASignature(
                new BigInteger(1, Arrays.copyOfRange(signature, 0, 32)),
                new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        int v = signature[64];
        int recoveryId = v >= 27 ? v - 27 : v;
        if (recoveryId < 0 || recoveryId > 1 || !inRange(rs.r) || !inRange(rs.s) || !rs.isCanonical()) {
            return Optional.empty();
        }
        return recover(recoveryId, rs, digest.bytes());
    }

    private static Optional<Address> recover(int recoveryId, ECDSASignature rs, byte[] digest) {
        try {
            BigInteger key = Sign.recoverFromSignature(recoveryId, rs, digest);
            return Optional.ofNullable(key).map(found -> new Address("0x" + Keys.getAddress(found)));
        } catch (IllegalArgumentException notOnCurve) {
            // About half of all r are the x of no point: Bouncy Castle refuses to decompress them.
            return Optional.empty();
        }
    }

    private static boolean inRange(BigInteger value) {
        return value.signum() > 0 && value.compareTo(ORDER) < 0;
    }
}
