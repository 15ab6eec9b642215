package dev.slipway.media.forecast;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.model.media.VideoFacts;
import java.util.Objects;
import java.util.stream.Stream;

/** Time that a plan takes: every source picture decoded and normalised, every rung scaled and encoded. */
final class ExpectedTime {
    private static final double DECODED_PIXELS_A_SECOND = 250e6;
    private static final double SCALED_PIXELS_A_SECOND = 600e6;
    /** Tone mapping from high dynamic range, in floating point. */
    private static final double MAPPED_PIXELS_A_SECOND = 20e6;

    private static final double START_CPU_SECONDS = 1.5;
    /** Threads wait for each other now and then. */
    private static final double PARALLEL_SHARE = 0.9;

    private final Plan plan;
    private final VideoFacts video;

    ExpectedTime(Plan plan, SourceScan scan) {
        this.plan = plan;
        this.video = Objects.requireNonNull(scan.facts().video());
    }

    double cpuSeconds(double slowness) {
        double frames = plan.timeline().frames();
        double sourcePixels = frames * video.width() * video.height();
        double topPixels = frames * plan.topSize().pixels();
        double encoding = Stream.concat(plan.rungs().stream(), Stream.of(plan.preview()))
                .mapToDouble(ExpectedTime::encoding)
                .sum();
        double mapping = video.bitDepth() > 8 ? topPixels / MAPPED_PIXELS_A_SECOND : 0;
        return START_CPU_SECONDS + slowness * (sourcePixels / DECODED_PIXELS_A_SECOND + mapping + encoding);
    }

    private static double encoding(VideoOutput output) {
        double pixels = (double) output.frames() * output.size().pixels();
        return pixels / EncoderLoad.pixelsASecond(output) + pixels / SCALED_PIXELS_A_SECOND;
    }

    static double wallSeconds(double cpuSeconds, int processors) {
        return START_CPU_SECONDS + Math.max(0, cpuSeconds - START_CPU_SECONDS) / (processors * PARALLEL_SHARE);
    }
}
