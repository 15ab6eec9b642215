package dev.slipway.server.watch;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.serving.MediaLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes cards of published publications. */
@Component
class Cards {
    private final MediaLinks links;
    private final AuthorLines authors;
    private final Clock clock;

    Cards(MediaLinks links, AuthorLines authors, Clock clock) {
        this.links = links;
        this.authors = authors;
        this.clock = clock;
    }

    /** In the same order. */
    List<Card> of(List<Publication> publications, Words words) {
        Map<PublicationId, AuthorLine> lines = authors.of(publications, words);
        return publications.stream()
                .map(publication ->
                        card(publication, lines.getOrDefault(publication.id(), AuthorLine.unnamed(words)), words))
                .toList();
    }

    private Card card(Publication publication, AuthorLine author, Words words) {
        Manifest manifest = publication.manifest().manifest();
        long micros = manifest.source().durationMicros();
        Instant publishedAt = Objects.requireNonNull(publication.publishedAt(), "a published one has its moment");
        return new Card(
                publication.id(),
                publication.form().title(),
                author.name(),
                words.clock(micros),
                words.lengthInWords(micros),
                publishedAt,
                words.age(publishedAt, clock.instant()),
                link(publication, ArtifactRole.POSTER),
                link(publication, ArtifactRole.PREVIEW));
    }

    private @Nullable String link(Publication publication, ArtifactRole role) {
        return publication
                .manifest()
                .manifest()
                .withRole(role)
                .findFirst()
                .map(Artifact::path)
                .map(path -> links.file(publication.id(), path))
                .orElse(null);
    }
}
