package dev.slipway.desk.testing;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.Prepared;
import dev.slipway.desk.prepare.Preview;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.comparison.Comparison;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.image.Crop;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.manifest.Source;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Writes two files of noise and an honest manifest, with sound and reports where protection is wished: for tests of what
 * comes after the engine.
 */
public final class TinyEngine implements VideoEngine {
    private static final Rational RATE = new Rational(25, 1);
    private int prepared;
    private PrepareJob.Beginning lastBeginning = PrepareJob.Beginning.AFRESH;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final List<SourceWarning> warnings = new CopyOnWriteArrayList<>();
    private boolean refuses;

    /** From now on every source is one that it cannot take. */
    public void refuse() {
        refuses = true;
    }

    /** From now on every film comes with this as well. */
    public void tell(Notice notice) {
        notices.add(notice);
    }

    /** From now on every source has this to be warned of as well. */
    public void warn(SourceWarning warning) {
        warnings.add(warning);
    }

    /** How often it had to work. */
    public int prepared() {
        return prepared;
    }

    public PrepareJob.Beginning lastBeginning() {
        return lastBeginning;
    }

    @Override
    public MediaFacts probe(Path file, Damage damage, ProgressListener listener, CancelSignal cancel) {
        try {
            return new MediaFacts("mp4", Files.size(file), 1_000_000, null, null, List.of(), List.of(), warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void cardPicture(Path video, Path target, CancelSignal cancel) {}

    @Override
    public void imageView(Path image, Path target, CancelSignal cancel) {}

    @Override
    public void avatar(Path image, Crop square, Path target, CancelSignal cancel) {}

    @Override
    public Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        prepared++;
        lastBeginning = job.beginning();
        if (refuses) {
            throw new DeskException(ProblemCode.NOT_A_VIDEO, "This is no video.");
        }
        if (lastBeginning != PrepareJob.Beginning.AFRESH) {
            listener.notice(new Notice(Notice.RESUMED, "Going on from 42 %."));
        }
        try {
            Files.createDirectories(job.folder());
            Manifest manifest = new Manifest(
                    Manifest.VERSION,
                    Instant.EPOCH,
                    new Source(1_000_000, 320, 240, RATE, DynamicRange.SDR),
                    job.options().protection(),
                    artifacts(job));
            Path file = job.folder().resolve(Manifest.FILE_NAME);
            Files.write(file, Json.STRICT.writeValueAsBytes(manifest));
            SurvivalReport pictures = pictures(job);
            return new Prepared(
                    file,
                    manifest,
                    0.1,
                    0.1,
                    Files.size(job.source()),
                    manifest.totalBytes(),
                    notices,
                    sound(job),
                    pictures,
                    outlook(job, listener, cancel),
                    null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void discard(Path folder, Path source) {
        throw new UnsupportedOperationException("nobody who uses the tiny engine throws anything away");
    }

    @Override
    public Catalogue hardware(Survey.Freshness freshness, CancelSignal cancel) {
        return new Catalogue("no machine", List.of());
    }

    @Override
    public void requireRoomForWebm(Path folder) {
        if (Files.exists(folder.resolve("video.webm"))) {
            throw new DeskException(ProblemCode.USAGE, "There is a video.webm in " + folder + ". Move it away.");
        }
    }

    @Override
    public Path webm(Path folder, CancelSignal cancel) {
        throw new UnsupportedOperationException("nobody who uses the tiny engine asks for a copy");
    }

    @Override
    public Preview preview(PreviewRequest request, PreviewSession.Listener listener) {
        throw new UnsupportedOperationException("nobody looks at it here");
    }

    @Override
    public Outlook outlook(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        return new Outlook("one file", List.of(), 1, 0.1, 0.1, 1, "made up", null);
    }

    @Override
    public Comparison compare(
            PrepareJob job, long micros, Path folder, ProgressListener listener, CancelSignal cancel) {
        throw new UnsupportedOperationException("no test compares pictures with it");
    }

    @Override
    public List<PosterCandidate> posterCandidates(Path folder) {
        return List.of();
    }

    @Override
    public void sample(Path file, CancelSignal cancel) {
        throw new UnsupportedOperationException("no test makes a clip with it");
    }

    private static List<Artifact> artifacts(PrepareJob job) throws IOException {
        List<Artifact> artifacts = new ArrayList<>(List.of(
                artifact(job.folder(), "video-240-vp9.mp4", 150_000),
                artifact(job.folder(), "video-120-vp9.mp4", 70_000)));
        if (job.options().protection() != null) {
            artifacts.add(soundArtifact(job.folder()));
        }
        return artifacts;
    }

    private static @Nullable SurvivalReport pictures(PrepareJob job) throws IOException {
        Protection wished = job.options().protection();
        if (wished == null) {
            return null;
        }
        SurvivalReport report = MadeUpReports.pictures(wished);
        MadeUpReports.write(job.folder(), report);
        return report;
    }

    private static SoundReport sound(PrepareJob job) throws IOException {
        Protection wished = job.options().protection();
        if (wished == null || wished.audioLevel() == AudioLevel.NONE) {
            return SoundReport.NOTHING_DONE;
        }
        SoundReport report = MadeUpReports.sound(wished.audioLevel());
        MadeUpReports.write(job.folder(), report);
        return report;
    }

    private static Artifact soundArtifact(Path folder) throws IOException {
        byte[] bytes = {1, 2, 3, 4};
        Files.write(folder.resolve("audio-opus.mp4"), bytes);
        return new Artifact(
                ArtifactRole.AUDIO,
                "audio-opus.mp4",
                bytes.length,
                Hex.plain(Sha256.of(bytes)),
                ArtifactMedia.audio("opus", 1_000_000, 128_000, 2, 48_000));
    }

    private static Artifact artifact(Path folder, String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new java.util.Random(size).nextBytes(bytes);
        Files.write(folder.resolve(name), bytes);
        return new Artifact(
                ArtifactRole.VIDEO,
                name,
                size,
                Hex.plain(Sha256.of(bytes)),
                ArtifactMedia.video("vp9", 320, 240, RATE, 1_000_000, 25, 100_000));
    }
}
