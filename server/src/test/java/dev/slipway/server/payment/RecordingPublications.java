package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.Manifests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publications that remember what they were told of their payments. Transitions are checked as in the real ones. */
public final class RecordingPublications implements Publications {
    static final Address REFUND_TO = new Address("0x" + "4ef0".repeat(10));

    /** How often it was asked where money goes back to. */
    int refundQuestions;

    /** References whose publications cannot be asked for. */
    final Set<Bytes32> broken = new HashSet<>();

    private final Map<PublicationId, Publication> byId = new LinkedHashMap<>();
    private final Map<PublicationId, List<PaymentState>> told = new HashMap<>();

    PublicationId add(Bytes32 reference, Terms terms) {
        PublicationId id = new PublicationId(UUID.randomUUID());
        Publication publication = new Publication(
                id,
                1,
                new Address("0x" + "11".repeat(20)),
                Manifests.small(),
                new PublicationForm("A title", null, null),
                terms,
                reference,
                REFUND_TO,
                ContentState.DRAFT,
                PaymentStanding.NONE,
                null,
                Instant.EPOCH,
                null);
        byId.put(id, publication);
        return id;
    }

    PaymentStanding standing(PublicationId id) {
        return find(id).orElseThrow().payment();
    }

    /** Every state in the order it was told, repetitions left out. */
    List<PaymentState> history(PublicationId id) {
        return told.getOrDefault(id, List.of());
    }

    @Override
    public Optional<Publication> find(PublicationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Publication findForChange(PublicationId id) {
        throw new UnsupportedOperationException("payments lock nothing");
    }

    @Override
    public Publication explainContent(PublicationId id, PublicationStatus.Reason reason) {
        throw new UnsupportedOperationException("payments explain nothing");
    }

    @Override
    public Optional<Publication> findByReference(Bytes32 reference) {
        if (broken.contains(reference)) {
            throw new IllegalStateException("something is wrong with it");
        }
        return byId.values().stream()
                .filter(publication -> reference.equals(publication.reference()))
                .findFirst();
    }

    @Override
    public Map<Bytes32, Address> refundAddresses(Collection<Bytes32> references) {
        refundQuestions++;
        return references.stream()
                .filter(reference -> findByReference(reference).isPresent())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), reference -> REFUND_TO));
    }

    @Override
    public List<Publication> listed(int limit) {
        return List.of();
    }

    @Override
    public List<Publication> draftsOfferedUntil(Instant moment, int limit) {
        return List.of();
    }

    @Override
    public List<Publication> unsignedDraftsMadeUntil(Instant moment, int limit) {
        return List.of();
    }

    @Override
    public int forgetUnsigned() {
        return 0;
    }

    @Override
    public Map<ContentState, Long> counts() {
        return Map.of();
    }

    @Override
    public Publication authorized(PublicationId id, String grant) {
        throw new UnsupportedOperationException("payments ask for no grant");
    }

    @Override
    public Publication changeContent(PublicationId id, ContentState next, PublicationStatus.@Nullable Reason reason) {
        throw new UnsupportedOperationException("payments change no content");
    }

    @Override
    public Publication changePayment(PublicationId id, PaymentStanding standing) {
        Publication before = find(id).orElseThrow();
        PaymentState state = standing.state();
        if (before.payment().state() != state) {
            if (!before.payment().state().mayBecome(state)) {
                throw new AssertionError(before.payment().state() + " cannot become " + state);
            }
            told.computeIfAbsent(id, key -> new ArrayList<>()).add(state);
        }
        Publication after = new Publication(
                id,
                before.version() + 1,
                before.author(),
                before.manifest(),
                before.form(),
                before.terms(),
                before.reference(),
                before.refundTo(),
                before.content(),
                standing,
                before.problem(),
                before.createdAt(),
                before.publishedAt());
        byId.put(id, after);
        return after;
    }

    /** As the launch workflow does after a refusal, and a page after the last check. */
    void moveTo(PublicationId id, ContentState content) {
        moveTo(id, content, null);
    }

    void moveTo(PublicationId id, ContentState content, PublicationStatus.@Nullable Reason problem) {
        Publication before = find(id).orElseThrow();
        byId.put(
                id,
                new Publication(
                        id,
                        before.version() + 1,
                        before.author(),
                        before.manifest(),
                        before.form(),
                        before.terms(),
                        before.reference(),
                        before.refundTo(),
                        content,
                        before.payment(),
                        problem,
                        before.createdAt(),
                        content == ContentState.PUBLISHED ? Instant.EPOCH : before.publishedAt()));
    }
}
