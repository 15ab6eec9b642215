package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicBytes;

/**
 * Whether an account signed something: with its key, or, where it is a contract, by that contract's own word (ERC-1271),
 * even before it is deployed (ERC-6492). Safe for use by many threads.
 */
@Component
public final class SignatureVerifier {
    private static final int MOST_BYTES = 8192;
    private static final int WORD = 32;
    /** What an ERC-6492 signature ends with. */
    private static final byte[] NOT_YET_DEPLOYED = Hex.parse("0x" + "6492".repeat(16));

    private final EthereumSignatures signatures;
    private final ChainClient node;
    private final String check;

    SignatureVerifier(EthereumSignatures signatures, ChainClient node) {
        this.signatures = signatures;
        this.node = node;
        this.check = CompiledContract.code("SignatureCheck");
    }

    /** A signature, and how its account is made where there is none yet. */
    private record Wrapped(byte[] signature, Address factory, byte[] factoryCall) {}

    /**
     * @param signature hex with 0x, of whatever length the account's contract wants
     * @throws ChainUnavailable when the account would have to be asked and the node is away
     */
    public boolean isBy(Address account, Bytes32 digest, String signature) {
        if (signatures.recover(digest, signature).equals(Optional.of(account))) {
            return true;
        }
        return bytes(signature)
                .flatMap(SignatureVerifier::unwrap)
                .flatMap(wrapped -> node.run(question(account, digest, wrapped)))
                .filter("0x01"::equals)
                .isPresent();
    }

    private static Optional<byte[]> bytes(String signature) {
        if (signature.length() > 2 + 2 * MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Hex.parse(signature));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }

    private String question(Address account, Bytes32 digest, Wrapped wrapped) {
        return check
                + FunctionEncoder.encodeConstructor(Arrays.asList(
                        new org.web3j.abi.datatypes.Address(account.hex()),
                        new org.web3j.abi.datatypes.generated.Bytes32(digest.bytes()),
                        new DynamicBytes(wrapped.signature()),
                        new org.web3j.abi.datatypes.Address(wrapped.factory().hex()),
                        new DynamicBytes(wrapped.factoryCall())));
    }

    /** {@code abi.encode(address factory, bytes factoryCall, bytes signature)}, then 32 bytes by which it is known. */
    private static Optional<Wrapped> unwrap(byte[] bytes) {
        int end = bytes.length - WORD;
        if (end < 0 || !Arrays.equals(bytes, end, bytes.length, NOT_YET_DEPLOYED, 0, WORD)) {
            return Optional.of(new Wrapped(bytes, Address.ZERO, new byte[0]));
        }
        if (end < 3 * WORD) {
            return Optional.empty();
        }
        Address factory = new Address(Hex.of(Arrays.copyOfRange(bytes, WORD - 20, WORD)));
        return dynamic(bytes, WORD, end)
                .flatMap(call -> dynamic(bytes, 2 * WORD, end).map(signature -> new Wrapped(signature, factory, call)));
    }

    /** The bytes whose offset stands there. */
    private static Optional<byte[]> dynamic(byte[] bytes, int at, int end) {
        return number(bytes, at, end)
                .flatMap(offset -> number(bytes, offset, end)
                        .filter(length -> length <= end - offset - WORD)
                        .map(length -> Arrays.copyOfRange(bytes, offset + WORD, offset + WORD + length)));
    }

    private static Optional<Integer> number(byte[] bytes, int at, int end) {
        if (at > end - WORD) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(1, Arrays.copyOfRange(bytes, at, at + WORD));
        return value.compareTo(BigInteger.valueOf(end)) < 0 ? Optional.of(value.intValueExact()) : Optional.empty();
    }
}
