package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The publications of this server, for whoever works on them; viewers are let in by {@link Admission}. Safe for use by many threads; every
 * change is one transaction.
 */
public interface Publications {

    Optional<Publication> find(PublicationId id);

    /**
     * As it stands, and nobody else changes it until the caller's transaction ends.
     *
     * @throws dev.slipway.server.problem.ProblemException {@code not-found} where there is none
     */
    Publication findForChange(PublicationId id);

    Optional<Publication> findByReference(Bytes32 reference);

    /** Where the authors of those of them that are publications' want money back; one question for all. */
    Map<Bytes32, Address> refundAddresses(Collection<Bytes32> references);

    /** Published ones that people may come across, newest first. */
    List<Publication> listed(int limit);

    /** Unpaid or paid drafts whose offer ended before that moment, oldest offer first. */
    List<Publication> draftsOfferedUntil(Instant moment, int limit);

    /** Drafts that were never signed, made before that moment, oldest first. */
    List<Publication> unsignedDraftsMadeUntil(Instant moment, int limit);

    /**
     * Deletes the expired drafts that were never signed: nobody has a grant for them and nothing was ever paid.
     *
     * @return how many
     */
    int forgetUnsigned();

    /** How many publications are in each state; a state that none is in is absent. */
    Map<ContentState, Long> counts();

    /**
     * The publication that this grant is for.
     *
     * @throws dev.slipway.server.problem.ProblemException {@code unauthorized} unless the grant is the publication's
     */
    Publication authorized(PublicationId id, String grant);

    /**
     * Moves the content on and tells {@link ContentChanged} listeners within the same transaction.
     *
     * @throws dev.slipway.server.problem.ProblemException {@code wrong-state} where the transition is not in the table
     */
    Publication changeContent(PublicationId id, ContentState next, PublicationStatus.@Nullable Reason reason);

    /**
     * Says why the content stays where it is, and tells {@link ContentExplained} listeners within the same transaction.
     * Does nothing when that is said already.
     */
    Publication explainContent(PublicationId id, PublicationStatus.Reason reason);

    /**
     * Notes what the ledger says and tells {@link PaymentChanged} listeners within the same transaction. Does nothing
     * when nothing changed.
     */
    Publication changePayment(PublicationId id, PaymentStanding standing);
}
