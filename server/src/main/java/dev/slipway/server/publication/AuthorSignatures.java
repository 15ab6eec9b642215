package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.SignatureVerifier;
import dev.slipway.server.problem.ProblemException;
import org.springframework.stereotype.Service;

/**
 * Accepts the author's signature over a draft. Its EIP-712 digest becomes the payment reference. Where the author is a
 * contract the chain's node is asked, while nothing in the database waits.
 */
@Service
class AuthorSignatures {
    private final PublicationRows rows;
    private final EthereumSignatures signatures;
    private final SignatureVerifier verifier;
    private final SignedDrafts drafts;
    private final AuthorStanding standing;

    AuthorSignatures(
            PublicationRows rows,
            EthereumSignatures signatures,
            SignatureVerifier verifier,
            SignedDrafts drafts,
            AuthorStanding standing) {
        this.rows = rows;
        this.signatures = signatures;
        this.verifier = verifier;
        this.drafts = drafts;
        this.standing = standing;
    }

    /** The same signature again gets the same answer, whatever has happened since. */
    SignatureReply accept(PublicationId id, SignatureRequest request) {
        PublicationRow row = rows.findById(id.uuid()).orElseThrow(() -> unknown(id));
        Publication draft = row.snapshot();
        Bytes32 digest = digest(draft, row.nonce(), request);
        if (row.isSignedWith(request)) {
            return drafts.accept(id, request, digest);
        }
        if (!draft.terms().canRefundTo(request.refundTo())) {
            throw new ProblemException(
                    ProblemCode.BAD_REQUEST,
                    "Nothing can be sent back to " + request.refundTo()
                            + ": choose an address of your own for refunds.");
        }
        if (!isByAuthor(draft, digest, request)) {
            throw new ProblemException(
                    ProblemCode.SIGNATURE_INVALID,
                    "The signature is not by " + draft.author().abbreviated() + " over this draft as the server"
                            + " knows it. Sign exactly what was sent, with the author's key.");
        }
        standing.refusal(draft.author()).ifPresent(reason -> {
            throw new ProblemException(reason.code(), reason.message());
        });
        return drafts.accept(id, request, digest);
    }

    private Bytes32 digest(Publication draft, Bytes32 nonce, SignatureRequest request) {
        PublishMessage message = new PublishMessage(
                draft.terms().audience(),
                draft.id(),
                nonce,
                draft.author(),
                draft.manifest().hash(),
                draft.form().hash(),
                draft.terms().hash(),
                request.refundTo(),
                request.salt(),
                request.deadline());
        return signatures.digest(message.typedData(draft.terms().chainId()));
    }

    private boolean isByAuthor(Publication draft, Bytes32 digest, SignatureRequest request) {
        try {
            return verifier.isBy(draft.author(), digest, request.signature());
        } catch (ChainUnavailable e) {
            throw new ProblemException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The signature is not by the author's key, and the chain's node, which could tell whether the author is"
                            + " a contract, does not answer. Send the same again later.");
        }
    }

    static ProblemException unknown(PublicationId id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no publication " + id + ".");
    }
}
