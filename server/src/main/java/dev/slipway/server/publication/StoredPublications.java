package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.PublicationRows.CountOfState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publications in the database. A change locks its row first, so changes of one publication come one by one. */
@Service
@Transactional
class StoredPublications implements Publications {
    private static final List<AccessLevel> LISTED =
            Arrays.stream(AccessLevel.values()).filter(AccessLevel::mayBeListed).toList();

    private final PublicationRows rows;
    private final Grants grants;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    StoredPublications(
            PublicationRows rows,
            Grants grants,
            EntityManager entities,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.entities = entities;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Publication> find(PublicationId id) {
        return rows.findById(id.uuid()).map(PublicationRow::snapshot);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Publication findForChange(PublicationId id) {
        return lock(id).snapshot();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Publication> findByReference(Bytes32 reference) {
        return rows.findByReference(reference.hex()).map(PublicationRow::snapshot);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Bytes32, Address> refundAddresses(Collection<Bytes32> references) {
        return rows.findRefundAddresses(references.stream().map(Bytes32::hex).toList()).stream()
                .collect(Collectors.toUnmodifiableMap(
                        found -> new Bytes32(found.reference()), found -> new Address(found.refundTo())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> listed(int limit) {
        return rows
                .findByContentAndAccessLevelInOrderByPublishedAtDesc(ContentState.PUBLISHED, LISTED, Limit.of(limit))
                .stream()
                .map(PublicationRow::snapshot)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> draftsOfferedUntil(Instant moment, int limit) {
        return rows
                .findByContentAndTermsExpireAtBeforeOrderByTermsExpireAt(ContentState.DRAFT, moment, Limit.of(limit))
                .stream()
                .map(PublicationRow::snapshot)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Publication> unsignedDraftsMadeUntil(Instant moment, int limit) {
        return rows
                .findByContentAndReferenceIsNullAndCreatedAtBeforeOrderByCreatedAt(
                        ContentState.DRAFT, moment, Limit.of(limit))
                .stream()
                .map(PublicationRow::snapshot)
                .toList();
    }

    @Override
    public int forgetUnsigned() {
        return rows.deleteUnsigned(ContentState.EXPIRED);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ContentState, Long> counts() {
        return rows.countByState().stream()
                .collect(Collectors.toUnmodifiableMap(CountOfState::content, CountOfState::count));
    }

    @Override
    @Transactional(readOnly = true)
    public Publication authorized(PublicationId id, String grant) {
        return Optional.of(id)
                .filter(asked -> grants.matches(asked, grant))
                .flatMap(this::find)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHORIZED,
                        "This grant is not for this publication. Use the one that came with its signature."));
    }

    @Override
    public Publication changeContent(PublicationId id, ContentState next, PublicationStatus.@Nullable Reason reason) {
        PublicationRow row = lock(id);
        ContentState before = row.content();
        if (!before.mayBecome(next)) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This publication is " + before.text() + " and cannot become " + next.text() + ".");
        }
        row.setContent(next, reason, clock.instant());
        Publication changed = rows.saveAndFlush(row).snapshot();
        events.publishEvent(new ContentChanged(changed, before));
        return changed;
    }

    @Override
    public Publication explainContent(PublicationId id, PublicationStatus.Reason reason) {
        PublicationRow row = lock(id);
        Publication before = row.snapshot();
        if (reason.equals(before.problem())) {
            return before;
        }
        row.setContent(row.content(), reason, clock.instant());
        Publication changed = rows.saveAndFlush(row).snapshot();
        events.publishEvent(new ContentExplained(changed));
        return changed;
    }

    @Override
    public Publication changePayment(PublicationId id, PaymentStanding standing) {
        PublicationRow row = lock(id);
        PaymentStanding before = row.standing();
        if (before.equals(standing)) {
            return row.snapshot();
        }
        if (before.state() != standing.state() && !before.state().mayBecome(standing.state())) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This payment is " + before.state().text() + " and cannot become "
                            + standing.state().text() + ".");
        }
        row.setPayment(standing);
        Publication changed = rows.saveAndFlush(row).snapshot();
        events.publishEvent(new PaymentChanged(changed, before));
        return changed;
    }

    /** Reads the row anew: what this transaction may have read before it waited for the lock can be out of date. */
    private PublicationRow lock(PublicationId id) {
        PublicationRow row = rows.findById(id.uuid())
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no publication " + id + "."));
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
