package dev.slipway.server.testing;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackIndexer;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of finished files with the manifest that describes them and the indexes of their tracks. */
public record Film(Path folder, SignedManifest manifest, Map<String, TrackIndex> indexes) {

    /** 24 s of a moving picture with sound: two VP9 rungs and one H.264, Opus and AAC, and everything beside them. */
    public static Film made() {
        return Made.FILM;
    }

    private static final class Made {
        static final Film FILM = describe(FilmMaker.folder());
    }

    public byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(folder.resolve(path));
    }

    /** A picture of 256 × 256 as an author would bring it. */
    public byte[] avatar() throws IOException {
        return bytes(FilmMaker.AVATAR);
    }

    private static Film describe(Path folder) {
        try {
            Map<String, TrackIndex> indexes = new HashMap<>();
            List<Artifact> artifacts = new ArrayList<>();
            for (String name : List.of("video-480-vp9.mp4", "video-240-vp9.mp4", "video-480-h264.mp4")) {
                TrackIndex index = TrackIndexer.index(folder.resolve(name));
                indexes.put(name, index);
                artifacts.add(artifact(folder, ArtifactRole.VIDEO, name, video(index)));
            }
            for (String name : List.of("audio-opus.mp4", "audio-aac.mp4")) {
                TrackIndex index = TrackIndexer.index(folder.resolve(name));
                indexes.put(name, index);
                artifacts.add(artifact(folder, ArtifactRole.AUDIO, name, audio(index)));
            }
            artifacts.addAll(pictures(folder));
            return new Film(folder, manifest(artifacts), Map.copyOf(indexes));
        } catch (IOException e) {
            throw new IllegalStateException("the film cannot be described", e);
        }
    }

    private static SignedManifest manifest(List<Artifact> artifacts) {
        Rational rate = new Rational(FilmMaker.FRAMES_A_SECOND, 1);
        Source source = new Source(FilmMaker.SECONDS * 1_000_000L, 854, 480, rate, DynamicRange.SDR);
        Instant createdAt = Instant.parse("2026-11-01T10:00:00Z");
        Manifest manifest = new Manifest(Manifest.VERSION, createdAt, source, null, artifacts);
        return SignedManifest.parse(Json.STRICT.writeValueAsBytes(manifest));
    }

    private static List<Artifact> pictures(Path folder) throws IOException {
        Rational rate = new Rational(FilmMaker.FRAMES_A_SECOND, 1);
        return List.of(
                artifact(folder, ArtifactRole.POSTER, "poster.webp", ArtifactMedia.picture("webp", 854, 480)),
                artifact(
                        folder,
                        ArtifactRole.THUMBNAILS,
                        "thumbnails.webp",
                        ArtifactMedia.sheet(
                                "webp", 480, 180, FilmMaker.SHEET_COLUMNS, FilmMaker.SHEET_FRAMES, 4_000_000)),
                artifact(
                        folder,
                        ArtifactRole.PREVIEW,
                        "preview.webm",
                        ArtifactMedia.video("vp9", 428, 240, rate, 3_000_000, 75, 100_000)),
                artifact(folder, ArtifactRole.SUBTITLES, "subtitles-en.vtt", ArtifactMedia.subtitles("en")));
    }

    private static Artifact artifact(Path folder, ArtifactRole role, String name, ArtifactMedia media)
            throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        return new Artifact(role, name, bytes.length, Hex.plain(Sha256.of(bytes)), media);
    }

    private static ArtifactMedia video(TrackIndex index) {
        return ArtifactMedia.video(
                index.codec(),
                index.width(),
                index.height(),
                index.frameRate(),
                index.durationMicros(),
                index.samples(),
                index.bytes() * 8 / FilmMaker.SECONDS);
    }

    private static ArtifactMedia audio(TrackIndex index) {
        return ArtifactMedia.audio(
                index.codec(),
                index.durationMicros(),
                index.bytes() * 8 / FilmMaker.SECONDS,
                index.channels(),
                index.sampleRate());
    }
}
