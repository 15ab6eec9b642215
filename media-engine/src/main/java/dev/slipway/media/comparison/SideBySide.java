package dev.slipway.media.comparison;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.StillFormat;
import dev.slipway.media.ffmpeg.codec.StillPicture;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.forecast.SampleFilm;
import dev.slipway.media.forecast.SampleRoundTrip;
import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.PictureProtection;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.quality.Measure;
import dev.slipway.media.quality.QualityMeter;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.WholeFile;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the segment around one moment as the top rung would be, in software, and writes the moment's picture before and
 * after. Where the segment is long for the memory there is, the encoder begins later in it than it will in the film.
 */
public final class SideBySide {
    /** Less than where rates are tried: a creator waits for this. */
    private static final long KEPT_BYTES = SampleFilm.KEPT_BYTES / 2;

    private static final double BYTES_A_PIXEL = 1.5;

    /** An encoder has come to the quality of its rate by then. */
    private static final double BEFORE = 2 / 3.0;

    private static final String ORIGINAL = "compared-original.png";
    private static final String ENCODED = "compared-encoded.png";
    private static final String PROTECTED = "compared-protected.png";
    private static final int PERCENT = 100;

    private static final String TO_RGB =
            "scale=in_color_matrix=bt709:in_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,format=rgba";

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final @Nullable Protection protection;
    private final ProtectionSeed seed;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private long done;
    private long all;

    public SideBySide(
            Path source,
            SourceScan scan,
            Plan plan,
            ProtectionSeed seed,
            ProgressListener listener,
            Cancellation cancellation) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
        this.protection = plan.protection();
        this.seed = seed;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * @param micros from the source's first picture on
     * @param folder for the pictures
     */
    public Comparison make(long micros, Path folder) throws IOException {
        createFolder(folder);
        long from = plan.poster().startMicros();
        long frame = plan.timeline().shownAt(Math.max(0, micros - from));
        Stretch stretch = around(plan.timeline(), frame, plan.topSize().pixels());
        VideoOutput rung = plan.rungs().getFirst();
        long trips = (rung.passes() == Passes.TWO ? 2 : 1) * (protection == null ? 1 : 2);
        all = stretch.pictures() * (1 + trips);
        OriginalPictures pictures = new OriginalPictures(source, scan, plan);
        try (SampleFilm film = SampleFilm.read(pictures, List.of(stretch), this::step, cancellation)) {
            List<Frame> originals = film.stretches().getFirst();
            int place = Math.toIntExact(Math.min(frame - stretch.first(), originals.size() - 1L));
            Trip trip = new Trip(rung, originals, place);
            Went encoded = trip.go(PictureTreatment.NONE);
            @Nullable Went guarded = protection == null ? null : trip.go(noise(protection, stretch.first()));
            return new Comparison(
                    from + plan.timeline().microsAt(frame),
                    from + plan.timeline().microsAt(frame + 1),
                    plan.topSize(),
                    originals.size(),
                    new Went(png(originals.get(place)), sourceBytes(), null).written(folder.resolve(ORIGINAL)),
                    encoded.written(folder.resolve(ENCODED)),
                    written(guarded, folder.resolve(PROTECTED)));
        }
    }

    /** One of another film beside these would be taken for one of them. */
    private static Comparison.@Nullable Shown written(@Nullable Went guarded, Path file) throws IOException {
        if (guarded == null) {
            Files.deleteIfExists(file);
            return null;
        }
        return guarded.written(file);
    }

    /** Of the part that is published, as if the file spent the same all over. */
    private long sourceBytes() {
        double whole = Math.max(1, scan.facts().durationMicros());
        double share = Math.min(1, plan.timeline().durationMicros() / whole);
        return Math.round(scan.facts().bytes() * share);
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "The folder " + folder + " cannot be made (" + e.getMessage() + "). Name another for the pictures.",
                    e);
        }
    }

    /** A picture as it came back, before it is on the disk. */
    private record Went(byte[] png, long bytes, @Nullable Double xpsnr) {
        Comparison.Shown written(Path file) throws IOException {
            WholeFile.replace(file, png);
            return new Comparison.Shown(file, bytes, xpsnr);
        }
    }

    /** To be asked before anything is searched for or encoded for nothing. */
    public static void requireRoom(Path source, Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new MediaException(ProblemCode.USAGE, folder + " is a file. Name a folder for the pictures.");
        }
        for (String name : List.of(ORIGINAL, ENCODED, PROTECTED)) {
            Path picture = folder.resolve(name);
            if (Files.exists(picture) && Files.exists(source) && Files.isSameFile(picture, source)) {
                throw new MediaException(
                        ProblemCode.USAGE,
                        "The video itself is " + picture + ", which would be replaced. Name another folder for the"
                                + " pictures.");
            }
            if (Files.isDirectory(picture)) {
                throw new MediaException(
                        ProblemCode.USAGE, picture + " is a folder. Name another folder for the pictures.");
            }
        }
    }

    /** The segment of the picture or, where that is long, a part of it with the picture towards its end. */
    static Stretch around(Timeline timeline, long frame, long pixels) {
        long segment = timeline.segmentOf(frame);
        long start = timeline.segmentStart(segment);
        long end = Math.min(timeline.frames(), timeline.segmentStart(segment + 1));
        long most = Math.max(2, (long) (KEPT_BYTES / (pixels * BYTES_A_PIXEL)));
        long first = Math.clamp(frame - (long) (most * BEFORE), start, Math.max(start, end - most));
        return new Stretch(first, Math.min(end, first + most));
    }

    /** As the film gets it, but for its secret seed and, in the midst of a chunk, its memory of what was before. */
    private PictureTreatment noise(Protection settings, long first) {
        PictureProtection noise = new PictureProtection(settings, seed, plan.topSize(), plan.timeline());
        return picture -> {
            picture.setPts(first + picture.pts());
            noise.apply(picture);
            picture.setPts(picture.pts() - first);
        };
    }

    private void step() {
        cancellation.throwIfCancelled();
        long before = PERCENT * done / all;
        done = Math.min(done + 1, all);
        if (PERCENT * done / all > before) {
            listener.progress(new Progress((double) done / all, 0, 0, 0, Map.of()));
        }
    }

    /** There and back again, with what the encoder is given. */
    private final class Trip {
        private final VideoOutput rung;
        private final List<Frame> originals;
        private final int place;

        Trip(VideoOutput rung, List<Frame> originals, int place) {
            this.rung = rung;
            this.originals = originals;
            this.place = place;
        }

        Went go(PictureTreatment treatment) {
            Timeline timeline = plan.timeline();
            VideoEncoding encoding = Encodings.of(rung, timeline.rate(), plan.threadsOf(rung));
            SampleRoundTrip trip = new SampleRoundTrip(encoding, treatment, SideBySide.this::step);
            byte[] learned = rung.passes() == Passes.TWO ? trip.learn(originals) : null;
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try (QualityMeter meter = new QualityMeter(timeline.rate(), Set.of(Measure.XPSNR))) {
                trip.run(originals, learned, (decoded, number) -> {
                    if (number < originals.size()) {
                        meter.compare(originals.get(number), decoded);
                    }
                    if (number == place) {
                        png.writeBytes(png(decoded));
                    }
                });
                return new Went(
                        png.toByteArray(),
                        Math.round(trip.bytes().ofFilm(timeline.frames(), timeline.segments())),
                        meter.result().xpsnr().y());
            }
        }
    }

    /** @param picture in BT.709, limited range */
    private static byte[] png(Frame picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (FilterGraph graph = FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, TO_RGB, 1)) {
            graph.filter(
                    picture, shown -> png.writeBytes(StillPicture.encode(shown, "png", StillFormat.RGBA, Map.of())));
        }
        return png.toByteArray();
    }
}
