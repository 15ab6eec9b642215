package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it stood at one version; immutable.
 *
 * @param reference the EIP-712 digest that the author signed, null until then
 * @param refundTo where the author, who signed it, wants money back; null until then, and shown to the operator alone
 * @param problem why it was rejected or held; of a deleted one, why money goes back for it
 */
public record Publication(
        PublicationId id,
        long version,
        Address author,
        SignedManifest manifest,
        PublicationForm form,
        Terms terms,
        @Nullable Bytes32 reference,
        @Nullable Address refundTo,
        ContentState content,
        PaymentStanding payment,
        PublicationStatus.@Nullable Reason problem,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    /** Refused, whether or not it was deleted since. */
    public boolean isRefused() {
        boolean isDeletedSince = content == ContentState.DELETED && problem != null && !isAbandoned();
        return content == ContentState.REJECTED || isDeletedSince;
    }

    /** Paid for, and its files never came: what was paid goes back, and no later payment opens it again. */
    public boolean isAbandoned() {
        boolean isOver = content == ContentState.EXPIRED || content == ContentState.DELETED;
        return isOver && problem != null && problem.code() == ProblemCode.UPLOAD_INCOMPLETE;
    }
}
