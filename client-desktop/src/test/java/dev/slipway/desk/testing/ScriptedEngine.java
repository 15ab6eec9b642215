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
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.prepare.UnfinishedWork;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterCandidate;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.AudioTrackFacts;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.Rational;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.media.SubtitleFacts;
import dev.slipway.model.media.VideoFacts;
import dev.slipway.model.problem.ProblemCode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** Answers by the file's name: for tests of what the window makes of the answers, with nothing decoded. */
public class ScriptedEngine implements VideoEngine {
    public static final MediaFacts STREET = new MediaFacts(
            "mp4",
            18_412_345,
            130_400_000,
            new VideoFacts(
                    "h264",
                    1920,
                    1080,
                    1920,
                    1080,
                    0,
                    new Rational(30000, 1001),
                    false,
                    "yuv420p",
                    8,
                    DynamicRange.SDR),
            new AudioFacts("aac", 2, 48_000),
            List.of(new AudioTrackFacts(1, "aac", 2, 48_000, null, null, true)),
            List.of(new SubtitleFacts("mov_text", "en"), new SubtitleFacts("mov_text", "ru")),
            List.of());
    /** Everything that there is a warning for. */
    public static final MediaFacts DIFFICULT = new MediaFacts(
            "mov",
            7_912_345_678L,
            9_130_400_000L,
            new VideoFacts(
                    "hevc", 3840, 2160, 2160, 3840, 90, new Rational(50, 1), true, "yuv420p10le", 10, DynamicRange.HLG),
            null,
            List.of(),
            List.of(),
            List.of(
                    new SourceWarning(
                            SourceWarning.UNEVEN_RATE,
                            "The pictures do not come at an even rate; the published video will have an even one.",
                            "VFR, ≈ 48.12 fps"),
                    new SourceWarning(
                            SourceWarning.HIGH_DYNAMIC_RANGE,
                            "The picture is HLG HDR; the published video is standard range, with the light mapped.",
                            "HLG"),
                    new SourceWarning(SourceWarning.NO_SOUND, "There is no sound.")));
    /** A film of which the engine alone can tell what is worth knowing. */
    public static final MediaFacts JOINED = new MediaFacts(
            "mpegts",
            62_001_234,
            243_200_000,
            STREET.video(),
            STREET.audio(),
            STREET.audioTracks(),
            List.of(),
            List.of(
                    new SourceWarning(
                            SourceWarning.CLOCK_JUMPS,
                            "The file's clock jumps 3 times, as in recordings that were joined; the parts follow each other"
                                    + " without a gap.",
                            "3"),
                    new SourceWarning(
                            SourceWarning.INTERLACED,
                            "The pictures are interlaced; the published video will show whole ones, at the same rate.",
                            "TFF"),
                    new SourceWarning(
                            SourceWarning.SOUND_GOES_ON,
                            "The sound goes on for 4.0 s after the last picture, which stays on the screen until it ends."
                                    + " Use --trim to end the film earlier.",
                            "0:04.0")));

    private final List<ScriptedPlayer> players = new CopyOnWriteArrayList<>();

    @Override
    public MediaFacts probe(Path file, Damage damage, ProgressListener listener, CancelSignal cancel) {
        String name = file.getFileName().toString();
        if (name.startsWith("endless")) {
            listener.progress(new Progress(0.42, 0, 0, 0, Map.of()));
            cancel.pause(Duration.ofHours(1));
        }
        if (name.startsWith("text")) {
            throw new DeskException(ProblemCode.NOT_A_VIDEO, file + " is plain text.");
        }
        if (name.startsWith("joined")) {
            return JOINED;
        }
        return name.startsWith("difficult") ? DIFFICULT : STREET;
    }

    @Override
    public void cardPicture(Path video, Path target, CancelSignal cancel) {
        paint(640, 360, "jpg", target);
    }

    private static void paint(int width, int height, String kind, Path target) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x1d4e6b), width, height, new Color(0xe0a25a)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            ImageIO.write(picture, kind, target.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Comparison compare(
            PrepareJob job, long micros, Path folder, ProgressListener listener, CancelSignal cancel) {
        String name = job.source().getFileName().toString();
        if (name.startsWith("endless")) {
            listener.progress(new Progress(0.3, 0, 0, 0, Map.of()));
            cancel.pause(Duration.ofHours(1));
        }
        if (name.startsWith("text")) {
            throw new DeskException(ProblemCode.NOT_A_VIDEO, name + " is plain text.");
        }
        paint(640, 360, "png", folder.resolve("original.png"));
        paint(640, 360, "png", folder.resolve("encoded.png"));
        paint(640, 360, "png", folder.resolve("protected.png"));
        return new Comparison(
                micros,
                micros + 40_000,
                new Size(640, 360),
                120,
                new Comparison.Shown(folder.resolve("original.png"), 18_412_345, null),
                new Comparison.Shown(folder.resolve("encoded.png"), 6_210_000, 38.42),
                job.options().protection() == null
                        ? null
                        : new Comparison.Shown(folder.resolve("protected.png"), 7_930_000, 35.17));
    }

    /** Any file but one whose name begins with "text" is a picture, and the same one. */
    @Override
    public void imageView(Path image, Path target, CancelSignal cancel) {
        if (image.getFileName().toString().startsWith("text")) {
            throw new DeskException(ProblemCode.NOT_A_PICTURE, image.getFileName() + " is no picture.");
        }
        boolean isAvatar = image.getFileName().toString().endsWith(".webp");
        paint(isAvatar ? 256 : 640, isAvatar ? 256 : 400, "png", target);
    }

    @Override
    public void avatar(Path image, Crop square, Path target, CancelSignal cancel) {
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, "RIFF of " + square);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A film whose name begins with "difficult" finds no sound output. */
    @Override
    public Preview preview(PreviewRequest request, PreviewSession.Listener listener) {
        String name = request.source().getFileName().toString();
        ScriptedPlayer player = new ScriptedPlayer(
                request,
                listener,
                name.startsWith("difficult") ? PreviewEvent.Clock.NO_OUTPUT : PreviewEvent.Clock.SOUND);
        players.add(player);
        return player;
    }

    /** Every player's worker that was started, in their order. */
    public List<ScriptedPlayer> players() {
        return List.copyOf(players);
    }

    @Override
    public Outlook outlook(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        return new Outlook(
                "",
                List.of(
                        new Outlook.Expected("video-1080-vp9.mp4", "1920 × 1080", 2_000_000, 24_100_000),
                        new Outlook.Expected("video-720-vp9.mp4", "1280 × 720", 1_100_000, 12_900_000),
                        new Outlook.Expected("video-720-h264.mp4", "1280 × 720", 2_000_000, 22_400_000),
                        new Outlook.Expected("audio-opus.mp4", "stereo", 128_000, 2_050_000)),
                61_450_000,
                312,
                590,
                1_200_000_000,
                "samples of the film",
                null);
    }

    @Override
    public Prepared prepare(PrepareJob job, ProgressListener listener, CancelSignal cancel) {
        throw new UnsupportedOperationException("a test that prepares says how");
    }

    /** As the real one does, which starts no process for it. */
    @Override
    public void discard(Path folder, Path source) {
        try {
            UnfinishedWork.discard(folder, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaException e) {
            throw new DeskException(e.code(), Objects.requireNonNull(e.getMessage()), e);
        }
    }

    @Override
    public Catalogue hardware(Survey.Freshness freshness, CancelSignal cancel) {
        return new Catalogue("no machine", List.of());
    }

    @Override
    public void requireRoomForWebm(Path folder) {
        throw new UnsupportedOperationException("the window asks for no copy");
    }

    @Override
    public Path webm(Path folder, CancelSignal cancel) {
        throw new UnsupportedOperationException("the window asks for no copy");
    }

    @Override
    public List<PosterCandidate> posterCandidates(Path folder) {
        return List.of();
    }

    @Override
    public void sample(Path file, CancelSignal cancel) {
        throw new UnsupportedOperationException("the window makes no clip");
    }
}
