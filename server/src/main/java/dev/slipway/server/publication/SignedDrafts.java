package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.SignatureReply;
import dev.slipway.model.publication.SignatureRequest;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns drafts that their author signed into publications that can be paid for. */
@Service
class SignedDrafts {
    private final PublicationRows rows;
    private final Grants grants;
    private final OfferSettings settings;
    private final InstantSource clock;

    SignedDrafts(PublicationRows rows, Grants grants, OfferSettings settings, InstantSource clock) {
        this.rows = rows;
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The same signature again gets the same answer, whatever has happened since.
     *
     * @param reference what was signed, by the author
     */
    @Transactional
    public SignatureReply accept(PublicationId id, SignatureRequest request, Bytes32 reference) {
        PublicationRow row = rows.lock(id.uuid()).orElseThrow(() -> AuthorSignatures.unknown(id));
        Publication draft = row.snapshot();
        if (!row.isSignedWith(request)) {
            checkMayBeSigned(draft);
            checkInTime(draft, request);
            if (rows.findByReference(reference.hex()).isPresent()) {
                throw new ProblemException(
                        ProblemCode.REFERENCE_USED,
                        "This signature already stands for another publication. Sign this one with a new salt.");
            }
            checkLimit(draft);
            row.sign(reference, request);
            draft = rows.saveAndFlush(row).snapshot();
        }
        return reply(draft);
    }

    private static void checkMayBeSigned(Publication draft) {
        if (draft.reference() != null) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This publication has been signed already. Send that signature again, or make a new draft.");
        }
        if (draft.content() != ContentState.DRAFT) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This publication is " + draft.content().text() + " and cannot be signed any more. Make a new"
                            + " draft.");
        }
    }

    private void checkInTime(Publication draft, SignatureRequest request) {
        Instant now = clock.instant();
        if (!now.isBefore(draft.terms().expiresAt())) {
            throw new ProblemException(
                    ProblemCode.TERMS_EXPIRED,
                    "The offer ended at " + draft.terms().expiresAt() + ". Make a new draft for a new offer.");
        }
        if (request.deadline() <= now.getEpochSecond()) {
            throw new ProblemException(
                    ProblemCode.SIGNATURE_EXPIRED,
                    "The signature's deadline has passed. Sign again with a deadline in the future.");
        }
    }

    /** Only here: the signature proves that it is the author who has so many. */
    private void checkLimit(Publication draft) {
        long signed = rows.countByContentAndAuthorAndReferenceIsNotNull(
                ContentState.DRAFT, draft.author().hex());
        if (signed >= settings.draftsPerAuthor()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "This author has " + settings.draftsPerAuthor()
                            + " signed and unpaid drafts already. Pay one, or wait until one expires.");
        }
    }

    private SignatureReply reply(Publication signed) {
        Bytes32 reference = signed.reference();
        if (reference == null) {
            throw new IllegalStateException("a signed publication has a reference");
        }
        return new SignatureReply(reference, grants.of(signed.id()));
    }
}
