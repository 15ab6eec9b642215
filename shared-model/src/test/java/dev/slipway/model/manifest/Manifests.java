package dev.slipway.model.manifest;

import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.Rational;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Manifests to test with. */
final class Manifests {
    static final Rational RATE = new Rational(30, 1);
    static final Source SOURCE = new Source(10_000_000, 640, 360, RATE, DynamicRange.SDR);
    static final Artifact VIDEO = new Artifact(
            ArtifactRole.VIDEO,
            "video-360-vp9.mp4",
            1000,
            "a".repeat(64),
            ArtifactMedia.video("vp9", 640, 360, RATE, 10_000_000, 300, 800));
    static final Artifact AUDIO = new Artifact(
            ArtifactRole.AUDIO,
            "audio-opus.mp4",
            500,
            "b".repeat(64),
            ArtifactMedia.audio("opus", 10_000_000, 128_000, 2, 48_000));
    static final Artifact POSTER = new Artifact(
            ArtifactRole.POSTER, "poster.webp", 100, "c".repeat(64), ArtifactMedia.picture("webp", 640, 360));

    private Manifests() {}

    static Manifest of(Artifact... artifacts) {
        return new Manifest(1, Instant.EPOCH, SOURCE, null, List.of(artifacts));
    }

    static Manifest withFirst(UnaryOperator<Artifact> change) {
        List<Artifact> artifacts = new ArrayList<>(List.of(VIDEO, AUDIO, POSTER));
        artifacts.set(0, change.apply(VIDEO));
        return of(artifacts.toArray(Artifact[]::new));
    }
}
