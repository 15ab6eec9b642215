package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.TypedData;
import java.util.Optional;

/** EIP-712 digests and secp256k1 signatures in Ethereum's 65-byte form. Safe for use by many threads. */
public interface EthereumSignatures {

    /** For use outside of the application context. */
    static EthereumSignatures create() {
        return new Web3jSignatures();
    }

    /**
     * The EIP-712 digest: keccak256(0x19 ‖ 0x01 ‖ domain separator ‖ struct hash).
     *
     * @throws IllegalArgumentException when a value does not fit its type
     */
    Bytes32 digest(TypedData data);

    /** The digest of a text that a wallet signs for a person to read (EIP-191, version 0x45; {@code personal_sign}). */
    Bytes32 personalDigest(String text);

    /** Whether the address is written with its checksum (EIP-55). */
    boolean isChecksummed(String address);

    /** Signs with a deterministic nonce (RFC 6979): 0x and r ‖ s ‖ v, low s (EIP-2), v 27 or 28. */
    String sign(Bytes32 digest, OperatorKey key);

    /**
     * Who signed the digest. Empty unless the text is 65 bytes in hex, r and s are in range, s is in the lower half
     * (so that no second signature exists for the same message) and v is 27, 28, 0 or 1.
     */
    Optional<Address> recover(Bytes32 digest, String signature);
}
