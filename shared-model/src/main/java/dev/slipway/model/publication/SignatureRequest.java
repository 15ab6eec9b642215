package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.util.Objects;

/**
 * Body of {@code PUT /api/publications/{id}/signature}. Sending the same signature again gives the same answer, so a
 * desk that was killed can go on.
 *
 * @param signature hex with 0x: 65 bytes r ‖ s ‖ v, s in the lower half (EIP-2), or what the author's contract takes
 *     (ERC-1271, ERC-6492), at most 8,192 bytes
 * @param deadline seconds since the epoch
 */
public record SignatureRequest(String signature, Address refundTo, Bytes32 salt, long deadline) {
    public SignatureRequest {
        Objects.requireNonNull(signature, "a signature is needed");
        Objects.requireNonNull(refundTo, "an address for refunds is needed");
        Objects.requireNonNull(salt, "a salt is needed");
    }
}
