package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.ManifestRules;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.FormRules;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.AccessPolicy;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.configuration.QuotaSettings;
import dev.slipway.server.operator.Operator;
import dev.slipway.server.problem.ProblemException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a manifest and a form and answers with an offer. */
@Service
class Drafts {
    private static final int NONCE_BYTES = 32;

    private final PublicationRows rows;
    private final Publications publications;
    private final Operator operator;
    private final OfferSettings settings;
    private final QuotaSettings quotas;
    private final FormScreening screening;
    private final AccessPolicy policy;
    private final DraftClients clients;
    private final SecureRandom random;
    private final InstantSource clock;

    Drafts(
            PublicationRows rows,
            Publications publications,
            Operator operator,
            OfferSettings settings,
            QuotaSettings quotas,
            FormScreening screening,
            AccessPolicy policy,
            DraftClients clients,
            SecureRandom random,
            InstantSource clock) {
        this.rows = rows;
        this.publications = publications;
        this.operator = operator;
        this.settings = settings;
        this.quotas = quotas;
        this.screening = screening;
        this.policy = policy;
        this.clients = clients;
        this.random = random;
        this.clock = clock;
    }

    /** @param client from which it comes, as {@link DraftClients#of} has it */
    @Transactional
    public DraftReply create(DraftRequest request, String client) {
        SignedManifest manifest = readManifest(request.manifest());
        refuse(ProblemCode.INVALID_MANIFEST, ManifestRules.check(manifest.manifest()));
        requireThatItCanArrive(manifest);
        refuse(ProblemCode.INVALID_FORM, FormRules.check(request.form()));
        refuse(ProblemCode.INVALID_FORM, ungranted(request.form().access()));
        screening.refusal(request.form()).ifPresent(reason -> {
            throw new ProblemException(reason.code(), reason.message());
        });
        clients.inTheWay(client).ifPresent(this::expire);
        makeRoom();
        PublicationId id = new PublicationId(UUID.randomUUID());
        Bytes32 nonce = nonce();
        Operator.SignedTerms offer = operator.offer(id, nonce, manifest.manifest());
        DraftReply reply = new DraftReply(id, nonce, offer.terms(), offer.signature());
        rows.saveAndFlush(new PublicationRow(reply, request.author(), manifest, request.form(), clock.instant()));
        clients.note(id, client);
        return reply;
    }

    private void expire(PublicationId draft) {
        publications.changeContent(draft, ContentState.EXPIRED, null);
    }

    /** Before anybody pays for what the quotas would never let in. */
    private void requireThatItCanArrive(SignedManifest manifest) {
        long bytes = manifest.manifest().totalBytes();
        if (!quotas.canHold(bytes)) {
            throw new ProblemException(
                    ProblemCode.PAYLOAD_TOO_LARGE,
                    "The files have " + bytes + " bytes in all, which is more than this server takes of one author.");
        }
    }

    /** Before anybody pays for what nobody would see. */
    private List<Violation> ungranted(AccessLevel level) {
        List<AccessLevel> granted = policy.granted();
        if (granted.contains(level)) {
            return List.of();
        }
        String choice = granted.stream().map(AccessLevel::text).collect(Collectors.joining(" or "));
        return List.of(new Violation(
                FormRules.ACCESS_LEVEL,
                "this server cannot grant \"" + level.text()
                        + "\", because it knows neither subscribers nor sponsors yet; choose " + choice));
    }

    private static SignedManifest readManifest(String base64) {
        try {
            return SignedManifest.fromBase64(base64);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemCode.INVALID_MANIFEST,
                    "The manifest is not the base64 of a manifest.json: " + e.getMessage() + ".");
        }
    }

    private static void refuse(ProblemCode code, List<Violation> violations) {
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw new ProblemException(code, first.field() + ": " + first.message() + ".", violations);
        }
    }

    /**
     * A draft costs nothing and names whatever author it likes, so nobody is refused because of unsigned ones: at the
     * limit the oldest makes room. Signed ones stay, of which one address has a small part of all at most.
     */
    private void makeRoom() {
        if (rows.countByContent(ContentState.DRAFT) < settings.drafts()) {
            return;
        }
        PublicationRow oldest = rows.findFirstByContentAndReferenceIsNullOrderByCreatedAt(ContentState.DRAFT)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.TOO_MANY_REQUESTS, "This server has too many unpaid drafts. Try again later."));
        expire(oldest.snapshot().id());
    }

    private Bytes32 nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return Bytes32.of(nonce);
    }
}
