package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.Terms;

/**
 * Answer to {@code POST /api/publications}.
 *
 * @param termsSignature 65 bytes r ‖ s ‖ v in hex over the EIP-712 message {@link
 *     dev.slipway.model.signing.TermsMessage}
 */
public record DraftReply(PublicationId id, Bytes32 nonce, Terms terms, String termsSignature) {}
