package dev.slipway.server.upload;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
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
import java.util.Random;

/** Two files of random bytes and the manifest that names them. They are no videos, which uploads do not care for. */
record Cargo(byte[] video, byte[] poster, SignedManifest manifest) {
    static final String VIDEO = "video-360-vp9.mp4";
    static final String POSTER = "poster.webp";

    private static final long TEN_SECONDS = 10_000_000;

    static Cargo of(int videoBytes) {
        byte[] video = random(videoBytes);
        byte[] poster = random(500);
        Rational rate = new Rational(30, 1);
        Manifest manifest = new Manifest(
                Manifest.VERSION,
                Instant.parse("2026-01-02T03:04:05Z"),
                new Source(TEN_SECONDS, 640, 360, rate, DynamicRange.SDR),
                null,
                List.of(
                        artifact(
                                ArtifactRole.VIDEO,
                                VIDEO,
                                video,
                                ArtifactMedia.video("vp9", 640, 360, rate, TEN_SECONDS, 300, 800)),
                        artifact(ArtifactRole.POSTER, POSTER, poster, ArtifactMedia.picture("webp", 640, 360))));
        return new Cargo(video, poster, SignedManifest.parse(Json.STRICT.writeValueAsBytes(manifest)));
    }

    private static Artifact artifact(ArtifactRole role, String path, byte[] bytes, ArtifactMedia media) {
        return new Artifact(role, path, bytes.length, Hex.plain(Sha256.of(bytes)), media);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
