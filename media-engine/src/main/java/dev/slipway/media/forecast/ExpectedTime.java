package dev.slipway.media.forecast;

import dev.slipway.media.encode.source.SourceReader;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.survival.SurvivalCheck;
import dev.slipway.model.media.VideoFacts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Time that a plan takes: every source picture decoded and normalised, every rung scaled and encoded, protection where
 * it is wished, and the sound.
 */
final class ExpectedTime {
    private static final double DECODED_PIXELS_A_SECOND = 250e6;
    private static final double SCALED_PIXELS_A_SECOND = 600e6;
    /** Tone mapping from high dynamic range, in floating point. */
    private static final double MAPPED_PIXELS_A_SECOND = 20e6;

    /** Masks and noise of protection in the top rung. */
    private static final double PROTECTED_PIXELS_A_SECOND = 60e6;
    /** The report on it: two encodes of every rung, three masks and all measures. */
    private static final double REPORTED_PIXELS_A_SECOND = 12e6;

    /** It is written in Java, and compiled while it runs. */
    private static final double PROTECTION_START_CPU_SECONDS = 1.5;

    /** Of the time for a new picture, what an encoder takes for one that is like the one before. */
    private static final double STILL_SHARE = 0.3;

    private static final double START_CPU_SECONDS = 1.5;
    /** What is decoded before a stretch in the middle, to get there. */
    private static final double LEAD_SECONDS = 5;

    /** Threads wait for each other now and then. */
    private static final double PARALLEL_SHARE = 0.9;

    private final Plan plan;
    private final VideoFacts video;
    private final double sourcePictures;
    /** Source pictures from before the plan's beginning: of a film that is cut out of a longer one. */
    private final double picturesBefore;

    private final boolean isEntered;

    ExpectedTime(Plan plan, SourceScan scan) {
        this.plan = plan;
        this.video = Objects.requireNonNull(scan.facts().video());
        double whole = Math.max(1, scan.traits().lastMicros());
        double part = plan.timeline().durationMicros() / whole;
        double before = (plan.originMicros() - scan.originMicros()) / whole;
        this.sourcePictures = scan.traits().found() * Math.min(1, part);
        this.picturesBefore = scan.traits().found() * Math.clamp(before, 0, 1);
        this.isEntered = SourceReader.canEnter(scan);
    }

    /**
     * The share of the film's pictures that are no mere repetition of the one before, because the source has a new one or a
     * segment begins: a talk under two slides is mostly repetition.
     */
    double newShare() {
        Timeline timeline = plan.timeline();
        return Math.min(1, (sourcePictures + timeline.segments()) / timeline.frames());
    }

    /** How much less a film takes that stands still in part, where no sample was tried. */
    double untestedSlowness() {
        return STILL_SHARE + (1 - STILL_SHARE) * newShare();
    }

    double cpuSeconds(double slowness, SoundLoad sound) {
        double encoding = Stream.concat(plan.rungs().stream(), Stream.of(plan.preview()))
                .mapToDouble(output -> encoding(output, output.frames()))
                .sum();
        double pictures = decoding(sourcePictures) + encoding + protection();
        return START_CPU_SECONDS
                + slowness * pictures
                + sound.cpuSeconds(plan.timeline().durationMicros() / 1e6);
    }

    /**
     * For samples of the top rung. A source is entered some seconds before each stretch, or decoded from its beginning for
     * each of them.
     */
    double samplingCpuSeconds(List<Stretch> stretches) {
        double sampled = stretches.stream().mapToLong(Stretch::pictures).sum();
        double lead = stretches.size() * LEAD_SECONDS * plan.timeline().rate().toDouble();
        double fromTheBeginning = stretches.stream().mapToDouble(this::until).sum();
        double decoded = isEntered ? Math.min(fromTheBeginning, sampled + lead) : fromTheBeginning;
        return decoding(decoded) + encoding(plan.rungs().getFirst(), sampled);
    }

    /** Source pictures from the file's beginning to a stretch's end. */
    private double until(Stretch stretch) {
        return picturesBefore + sourcePictures * stretch.end() / plan.timeline().frames();
    }

    private double decoding(double pictures) {
        double mapping = video.bitDepth() > 8 ? plan.topSize().pixels() / MAPPED_PIXELS_A_SECOND : 0;
        return pictures * ((double) video.width() * video.height() / DECODED_PIXELS_A_SECOND + mapping);
    }

    private double protection() {
        if (plan.protection() == null) {
            return 0;
        }
        double pixels = plan.topSize().pixels();
        return PROTECTION_START_CPU_SECONDS
                + pixels * plan.timeline().frames() / PROTECTED_PIXELS_A_SECOND
                + pixels * SurvivalCheck.pictures(plan.timeline()) / REPORTED_PIXELS_A_SECOND;
    }

    private static double encoding(VideoOutput output, double frames) {
        double pixels = frames * output.size().pixels();
        return pixels / EncoderLoad.pixelsASecond(output) + pixels / SCALED_PIXELS_A_SECOND;
    }

    static double wallSeconds(double cpuSeconds, int processors) {
        return START_CPU_SECONDS + Math.max(0, cpuSeconds - START_CPU_SECONDS) / (processors * PARALLEL_SHARE);
    }
}
