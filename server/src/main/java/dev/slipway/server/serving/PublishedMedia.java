package dev.slipway.server.serving;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.Tier;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Admission;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.StoredArtifacts;
import dev.slipway.server.storage.StoredFile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one door to media, behind the one to publications. The state is read anew for every request, so what is held or
 * taken down vanishes with the transaction that says so; names from outside are only ever compared with rows.
 */
@Component
class PublishedMedia {
    private final Admission admission;
    private final StoredArtifacts artifacts;
    private final MediaTokens tokens;

    PublishedMedia(Admission admission, StoredArtifacts artifacts, MediaTokens tokens) {
        this.admission = admission;
        this.artifacts = artifacts;
        this.tokens = tokens;
    }

    /** A file, who can watch what it belongs to, and who asks. */
    record Shown(StoredFile file, AccessLevel level, Tier viewer) {}

    /** @throws ProblemException {@code not-found} unless it is published and shown to who asks */
    Publication require(String id) {
        return admission.find(parse(id)).orElseThrow(PublishedMedia::nothingHere);
    }

    /** @throws ProblemException {@code not-found} unless it is published and the token opens it */
    Publication require(String id, String token) {
        PublicationId publication = parse(id);
        return admission.find(publication, opened(publication, token)).orElseThrow(PublishedMedia::nothingHere);
    }

    /**
     * Costs the same however long the film is.
     *
     * @throws ProblemException {@code not-found} unless it is published, has such a file and the token opens it
     */
    Shown file(String id, String token, String path) {
        PublicationId publication = parse(id);
        Tier viewer = opened(publication, token);
        AccessLevel level = admission.level(publication, viewer).orElseThrow(PublishedMedia::nothingHere);
        return new Shown(artifacts.file(publication, path).orElseThrow(PublishedMedia::nothingHere), level, viewer);
    }

    /** @throws ProblemException {@code not-found} unless the token is a reviewer's, for this publication */
    Publication requireForReview(String id, String token) {
        PublicationId publication = parse(id);
        return Optional.of(opened(publication, token))
                .filter(Tier.REVIEWER::equals)
                .flatMap(viewer -> admission.find(publication, viewer))
                .orElseThrow(PublishedMedia::nothingHere);
    }

    /** For whom the token was minted. */
    private Tier opened(PublicationId publication, String token) {
        return switch (tokens.check(publication, token)) {
            case MediaTokens.Verdict.Valid(Tier viewer) -> viewer;
            case MediaTokens.Verdict.Expired ignored ->
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "This link to the video has expired. Open the video's page again.");
            case MediaTokens.Verdict.Forged ignored -> throw nothingHere();
        };
    }

    static ProblemException nothingHere() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such file here, or it is not shown any more.");
    }

    private static PublicationId parse(String id) {
        try {
            return PublicationId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw nothingHere();
        }
    }
}
