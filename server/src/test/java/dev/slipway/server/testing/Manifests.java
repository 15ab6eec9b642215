package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.manifest.Source;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.Rational;
import java.time.Instant;
import java.util.List;

/** Manifests that meet the rules, for tests that need no real files. */
public final class Manifests {
    private static final long TEN_SECONDS = 10_000_000;

    private Manifests() {}

    /** One rung, one poster; the hashes are those of nothing. */
    public static SignedManifest small() {
        Rational rate = new Rational(30, 1);
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                Instant.parse("2026-01-02T03:04:05Z"),
                new Source(TEN_SECONDS, 640, 360, rate, DynamicRange.SDR),
                null,
                List.of(
                        new Artifact(
                                ArtifactRole.VIDEO,
                                "video-360-vp9.mp4",
                                1000,
                                "ab".repeat(32),
                                ArtifactMedia.video("vp9", 640, 360, rate, TEN_SECONDS, 300, 800)),
                        new Artifact(
                                ArtifactRole.POSTER,
                                "poster.webp",
                                500,
                                "cd".repeat(32),
                                ArtifactMedia.picture("webp", 640, 360))));
        return SignedManifest.parse(Json.STRICT.writeValueAsBytes(manifest));
    }
}
