package dev.slipway.media.prepare;

import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.ThumbnailOutput;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.SubtitleOutput;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Source;
import dev.slipway.model.media.VideoFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Collects the finished files as they are, with what is claimed of each. */
final class ManifestBuilder {
    private static final int PIECE_BYTES = 1 << 16;

    private final Plan plan;
    private final WorkFolder folder;
    private final Runnable tick;
    private final List<Artifact> artifacts = new ArrayList<>();

    /** @param tick is called while a file is hashed, which takes long where it is large */
    ManifestBuilder(Plan plan, WorkFolder folder, Runnable tick) {
        this.plan = plan;
        this.folder = folder;
        this.tick = tick;
    }

    void addVideo(ArtifactRole role, VideoOutput output, TrackStatistics statistics) throws IOException {
        add(
                role,
                output.path(),
                ArtifactMedia.video(
                        output.codec().label(),
                        output.size().width(),
                        output.size().height(),
                        plan.timeline().rate(),
                        statistics.durationMicros(),
                        statistics.packets(),
                        statistics.bitrate()));
    }

    void addAudio(AudioOutput output, TrackStatistics statistics) throws IOException {
        add(
                ArtifactRole.AUDIO,
                output.path(),
                ArtifactMedia.audio(
                        output.codec().label(),
                        statistics.durationMicros(),
                        statistics.bitrate(),
                        AudioOutput.CHANNELS,
                        AudioOutput.SAMPLE_RATE));
    }

    void addStills() throws IOException {
        Size poster = plan.poster().size();
        add(ArtifactRole.POSTER, plan.poster().path(), ArtifactMedia.picture("webp", poster.width(), poster.height()));
        ThumbnailOutput sheet = plan.thumbnails();
        Size size = sheet.sheetSize();
        add(
                ArtifactRole.THUMBNAILS,
                sheet.path(),
                ArtifactMedia.sheet(
                        "webp", size.width(), size.height(), sheet.columns(), sheet.frames(), sheet.intervalMicros()));
    }

    void addSubtitles(SubtitleOutput subtitle) throws IOException {
        add(ArtifactRole.SUBTITLES, subtitle.path(), ArtifactMedia.subtitles(subtitle.language()));
    }

    private void add(ArtifactRole role, String name, ArtifactMedia media) throws IOException {
        folder.sync(name);
        Path file = folder.file(name);
        artifacts.add(new Artifact(role, name, Files.size(file), sha256(file), media));
    }

    private String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
                tick.run();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    Manifest build(VideoFacts video, Instant createdAt) {
        Source source = new Source(
                plan.timeline().durationMicros(),
                video.displayWidth(),
                video.displayHeight(),
                video.frameRate(),
                video.dynamicRange());
        return new Manifest(Manifest.VERSION, createdAt, source, plan.protection(), artifacts);
    }
}
