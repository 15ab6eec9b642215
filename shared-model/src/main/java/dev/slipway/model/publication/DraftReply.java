package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.Terms;
import java.util.Objects;

/**
 * Answer to {@code POST /api/publications}.
 *
 * @param termsSignature 65 bytes r ‖ s ‖ v in hex over the EIP-712 message {@link
 *     dev.slipway.model.signing.TermsMessage}
 */
public record DraftReply(PublicationId id, Bytes32 nonce, Terms terms, String termsSignature) {
    public DraftReply {
        Objects.requireNonNull(id, "an offer has an id");
        Objects.requireNonNull(nonce, "an offer has a nonce");
        Objects.requireNonNull(terms, "an offer has terms");
        Objects.requireNonNull(termsSignature, "an offer is signed");
    }
}
