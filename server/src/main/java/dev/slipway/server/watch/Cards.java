package dev.slipway.server.watch;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.serving.MediaLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes cards of published publications. */
@Component
class Cards {
    private final MediaLinks links;
    private final Clock clock;

    Cards(MediaLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    Card of(Publication publication, Words words) {
        Manifest manifest = publication.manifest().manifest();
        long micros = manifest.source().durationMicros();
        Instant publishedAt = Objects.requireNonNull(publication.publishedAt(), "a published one has its moment");
        return new Card(
                publication.id(),
                publication.form().title(),
                publication.author().abbreviated(),
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
