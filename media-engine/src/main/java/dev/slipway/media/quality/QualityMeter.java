package dev.slipway.media.quality;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.model.media.Rational;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs of pictures of one size, 8-bit 4:2:0, pair by pair with FFmpeg's filters. Not thread-safe.
 *
 * <p>FFmpeg's xpsnr leaves about ten bytes a pixel unfreed for each filter that was ever made. A caller with many runs
 * of the same size keeps one meter and calls {@link #restart()} between them.
 */
public final class QualityMeter implements AutoCloseable {
    private static final String PIXELS = "yuv420p";

    /** FFmpeg's xpsnr divides by the side of its blocks, which is 0 below 2025 pixels: it crashed the whole process. */
    private static final int FEWEST_PIXELS = 4096;

    private static final String ENLARGED =
            "[in]scale=iw*8:ih*8:flags=neighbor[large];[in2]scale=iw*8:ih*8:flags=neighbor[large2];";

    private final Timebase clock;
    private final Set<Measure> measures;
    private @Nullable FilterGraph graph;
    private @Nullable PictureFormat format;
    private Tally tally = new Tally();
    private long pairs;

    /** @param rate of both runs; XPSNR's sense of motion depends on it */
    public QualityMeter(Rational rate, Set<Measure> measures) {
        this.clock = Timebase.ofRate(rate);
        this.measures = EnumSet.copyOf(measures);
    }

    /** A meter of everything there is. */
    public static QualityMeter complete(Rational rate) {
        return new QualityMeter(rate, EnumSet.allOf(Measure.class));
    }

    /**
     * Measures the next pair; both frames stay the caller's and are not written to. Colour tags are not looked at: the
     * numbers of the planes are compared as they are.
     *
     * @throws IllegalArgumentException when they differ in size from each other or from the first pair
     */
    public void compare(Frame reference, Frame distorted) {
        try (Frame first = prepared(reference);
                Frame second = prepared(distorted)) {
            graphFor(first, second).filterPair(first, second, tally::add);
        }
        pairs++;
    }

    private Frame prepared(Frame frame) {
        Frame shared = frame.share();
        shared.tagBt709();
        shared.setPts(pairs);
        return shared;
    }

    private FilterGraph graphFor(Frame first, Frame second) {
        PictureFormat wanted = first.pictureFormat();
        if (!wanted.equals(second.pictureFormat()) || (format != null && !format.equals(wanted))) {
            throw new IllegalArgumentException("only pictures of one size and kind can be compared, not "
                    + shape(wanted) + " and " + shape(second.pictureFormat()));
        }
        if (graph == null) {
            if (!wanted.pixelFormatName().equals(PIXELS)) {
                throw new IllegalArgumentException("pictures are compared as " + PIXELS + ", not " + shape(wanted));
            }
            format = wanted;
            graph = FilterGraph.forPairs(wanted, clock, chain());
        }
        return graph;
    }

    private static String shape(PictureFormat format) {
        return format.width() + " x " + format.height() + " " + format.pixelFormatName();
    }

    /** Each filter notes its numbers on the reference and hands it to the next. */
    private String chain() {
        PictureFormat pictures = Objects.requireNonNull(format);
        boolean isSmall = (long) pictures.width() * pictures.height() < FEWEST_PIXELS;
        StringBuilder chain = new StringBuilder(isSmall ? ENLARGED : "").append(isSmall ? "[large2]" : "[in2]");
        chain.append("split=%d".formatted(measures.size()));
        measures.forEach(measure -> chain.append("[d").append(measure.ordinal()).append(']'));
        String reference = isSmall ? "[large]" : "[in]";
        for (Measure measure : measures) {
            String result = "[r" + measure.ordinal() + "]";
            chain.append(";%s[d%d]%s%s".formatted(reference, measure.ordinal(), measure.filter(), result));
            reference = result;
        }
        return chain.append(";").append(reference).append("null[out]").toString();
    }

    /** What the pairs since the beginning or the last {@link #restart()} come to; measures left out are NaN. */
    public Quality result() {
        if (tally.frames() == 0) {
            throw new IllegalStateException("nothing was compared yet");
        }
        return tally.result();
    }

    /** Forgets what was measured, for another run of pictures of the same size. */
    public void restart() {
        tally = new Tally();
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
