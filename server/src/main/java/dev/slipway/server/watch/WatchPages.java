package dev.slipway.server.watch;

import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.server.configuration.PublicOrigin;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.serving.MediaLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the page of one published publication. */
@Component
class WatchPages {
    private final MediaLinks links;
    private final AuthorLines authors;
    private final PublicOrigin origin;
    private final Clock clock;

    WatchPages(MediaLinks links, AuthorLines authors, PublicOrigin origin, Clock clock) {
        this.links = links;
        this.authors = authors;
        this.origin = origin;
        this.clock = clock;
    }

    WatchPage of(Publication publication, Words words) {
        Manifest manifest = publication.manifest().manifest();
        AuthorLine author = authors.of(publication, words);
        Instant publishedAt = Objects.requireNonNull(publication.publishedAt(), "a published one has its moment");
        return new WatchPage(
                publication.form().title(),
                publication.form().description(),
                publication.form().hashtags(),
                origin.link("/watch/" + publication.id()),
                "/watch/" + publication.id() + "/report",
                publication.form().access().mayBeListed(),
                author,
                publishedAt,
                words.age(publishedAt, clock.instant()),
                words.lengthInWords(manifest.source().durationMicros()),
                words.number(manifest.source().frameRate().toDouble(), 2),
                files(manifest, words),
                words.size(manifest.totalBytes()),
                checks(publication, author, words),
                player(publication));
    }

    private WatchPage.Player player(Publication publication) {
        Manifest manifest = publication.manifest().manifest();
        Optional<Artifact> poster = manifest.withRole(ArtifactRole.POSTER).findFirst();
        Optional<Artifact> sheet = manifest.withRole(ArtifactRole.THUMBNAILS).findFirst();
        return new WatchPage.Player(
                links.masterPlaylist(publication.id()),
                poster.map(artifact -> links.file(publication.id(), artifact.path()))
                        .orElse(null),
                sheet.map(artifact -> links.thumbnails(publication.id())).orElse(null));
    }

    private static List<WatchPage.FileFact> files(Manifest manifest, Words words) {
        Stream<Artifact> pictures = manifest.withRole(ArtifactRole.VIDEO)
                .sorted(Comparator.comparingInt(WatchPages::shortSide).reversed());
        return Stream.concat(pictures, manifest.withRole(ArtifactRole.AUDIO))
                .map(artifact -> new WatchPage.FileFact(name(artifact), words.size(artifact.bytes())))
                .toList();
    }

    /** {@code 720p VP9}, {@code OPUS}: names of formats are the same in every language. */
    private static String name(Artifact artifact) {
        String codec = switch (artifact.media().codec()) {
            case "h264" -> "H.264";
            case "opus" -> "Opus";
            default -> artifact.media().codec().toUpperCase(Locale.ROOT);
        };
        return artifact.role() == ArtifactRole.VIDEO ? shortSide(artifact) + "p " + codec : codec;
    }

    private static int shortSide(Artifact artifact) {
        ArtifactMedia media = artifact.media();
        Integer width = media.width();
        Integer height = media.height();
        return width == null || height == null ? 0 : Math.min(width, height);
    }

    private static List<String> checks(Publication publication, AuthorLine author, Words words) {
        int files = publication.manifest().manifest().artifacts().size();
        return List.of(
                words.counted("watch.verified.files", files),
                words.text("watch.verified.decoded"),
                author.wallet() == null
                        ? words.text("watch.verified.signed.unnamed")
                        : words.text(
                                "watch.verified.signed", publication.author().abbreviated()));
    }
}
