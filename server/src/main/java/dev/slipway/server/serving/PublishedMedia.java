package dev.slipway.server.serving;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.StoredArtifact;
import dev.slipway.server.storage.StoredArtifacts;
import org.springframework.stereotype.Component;

/**
 * The one door to media. The state is read anew for every request, so what is held or taken down vanishes with the
 * transaction that says so; names from outside are only ever compared with rows.
 */
@Component
class PublishedMedia {
    private final Publications publications;
    private final StoredArtifacts artifacts;
    private final MediaTokens tokens;

    PublishedMedia(Publications publications, StoredArtifacts artifacts, MediaTokens tokens) {
        this.publications = publications;
        this.artifacts = artifacts;
        this.tokens = tokens;
    }

    /** @throws ProblemException {@code not-found} unless it is published */
    Publication require(String id) {
        return publications
                .find(parse(id))
                .filter(publication -> publication.content() == ContentState.PUBLISHED)
                .orElseThrow(PublishedMedia::nothingHere);
    }

    /** @throws ProblemException {@code not-found} unless it is published and the token opens it */
    Publication require(String id, String token) {
        switch (tokens.check(parse(id), token)) {
            case MediaTokens.Verdict.Valid ignored -> {
                return require(id);
            }
            case MediaTokens.Verdict.Expired ignored ->
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "This link to the video has expired. Open the video's page again.");
            case MediaTokens.Verdict.Forged ignored -> throw nothingHere();
        }
    }

    /** @throws ProblemException {@code not-found} when the publication has no such file */
    StoredArtifact file(Publication publication, String path) {
        return artifacts.find(publication.id(), path).orElseThrow(PublishedMedia::nothingHere);
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
