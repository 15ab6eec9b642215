package dev.slipway.media.forecast;

import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.model.media.VideoFacts;
import java.util.Objects;

/**
 * The real memory that a job may take: the virtual machine with FFmpeg's libraries, the decoder's pictures and the packets
 * kept for decoding damage again, the queues between the stages, the pictures inside filters, and what each encoder keeps,
 * with a third on top.
 */
public final class MemoryBudget {
    /** Java's heap in use, its code and FFmpeg's libraries; sound and stills are in it. */
    private static final double BASE = 360e6;

    private static final double BYTES_A_PIXEL = 1.5;
    /** References of a decoder, and what waits to be shown; each of its threads holds one more. */
    private static final int DECODED = 22;
    /** In a lane's queue and its filters. */
    private static final int IN_FLIGHT = 10;

    /** Masks and fields of protection, and the samples that its report is measured on. */
    private static final double NOISE_BASE = 300e6;

    private static final double NOISE_BYTES_A_PIXEL = 120;

    private static final double HEADROOM = 1.35;

    private MemoryBudget() {}

    public static long bytes(Plan plan, SourceScan scan) {
        VideoFacts video = Objects.requireNonNull(scan.facts().video());
        double depth = video.bitDepth() > 8 ? 2 : 1;
        double pixels = (double) video.width() * video.height();
        double decoder = pixels * BYTES_A_PIXEL * depth * (DECODED + plan.threads());
        double restart = kept(scan.traits().restartBytes());
        // Tone mapping works on three planes of 32-bit numbers.
        double toneMapping = depth > 1 ? plan.topSize().pixels() * 12.0 * 4 : 0;
        double root = plan.topSize().pixels() * BYTES_A_PIXEL * IN_FLIGHT;
        double outputs = plan.rungs().stream().mapToDouble(MemoryBudget::output).sum() + output(plan.preview());
        double noise =
                plan.protection() == null ? 0 : NOISE_BASE + plan.topSize().pixels() * NOISE_BYTES_A_PIXEL;
        // The search for a quality is over, and its samples are freed, before the outputs begin.
        double search = plan.quality() == null
                ? 0
                : SampleFilm.KEPT_BYTES + output(plan.rungs().getFirst());
        return Math.round(
                (BASE + decoder + restart + toneMapping + root + Math.max(search, outputs) + noise) * HEADROOM);
    }

    /** Where it would be too much, one thread decodes and nothing is kept. */
    private static double kept(long restartBytes) {
        return restartBytes > RestartWindow.MOST_BYTES ? 0 : restartBytes;
    }

    private static double output(VideoOutput output) {
        return output.size().pixels() * (EncoderLoad.bytesAPixel(output) + BYTES_A_PIXEL * IN_FLIGHT);
    }
}
