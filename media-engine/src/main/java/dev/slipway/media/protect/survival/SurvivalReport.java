package dev.slipway.media.protect.survival;

import dev.slipway.model.manifest.Protection;
import java.util.List;
import java.util.Objects;

/**
 * The survival report: measured on samples spread over the film.
 *
 * @param settings what the creator chose
 * @param samples what was measured on
 * @param bound the hard ceiling and what was found
 * @param costBeforeCodec how near the protected pictures are to the originals before any encoder saw them
 * @param rungs how much of the noise each rung still has
 * @param effort what it cost
 * @param notProven what nobody should conclude from the figures
 */
public record SurvivalReport(
        Protection settings,
        Samples samples,
        Bound bound,
        CostBeforeCodec costBeforeCodec,
        List<RungSurvival> rungs,
        Effort effort,
        List<String> notProven) {
    public static final String FILE_NAME = "protection-report.json";

    /** JSON may leave any member out, whatever the type says. */
    public SurvivalReport {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(samples, "samples");
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(costBeforeCodec, "costBeforeCodec");
        Objects.requireNonNull(effort, "effort");
        rungs = List.copyOf(rungs);
        notProven = List.copyOf(notProven);
    }

    /** @param parts each begins at a chunk */
    public record Samples(int parts, long pictures, double seconds) {}

    /**
     * Changes of luma in steps of the limited range.
     *
     * @param allowed by epsilon
     * @param largest found between originals and protected pictures of the samples
     * @param largestOfAll that the generator made in this run, in {@code pictures} pictures
     * @param kept whether neither is larger than allowed
     * @param median of the change, whichever way it goes, over all pixels of the samples
     * @param mean likewise
     * @param touched share of the pixels that changed at all: in even surfaces none does
     */
    public record Bound(
            int allowed,
            int largest,
            int largestOfAll,
            long pictures,
            boolean kept,
            double median,
            double mean,
            double touched) {}

    /** Of luma; the first two in decibels. */
    public record CostBeforeCodec(double xpsnr, double psnr, double ssim) {}

    /**
     * @param survival {@code Σ(decoded − original)·d / Σd²}: 1 when the codec left the noise as it was, 0 when nothing is
     *     left
     * @param control the same with the noise of another seed, which is not in the picture: near 0, or the measurement is
     *     worth nothing
     * @param extraBits what the rung takes more than without noise, as a share, from encodes of the same samples
     */
    public record RungSurvival(String path, double survival, double control, double extraBits) {
        public RungSurvival {
            Objects.requireNonNull(path, "path");
        }
    }

    /**
     * @param generatorCpuSeconds of noise and mask, in this run
     * @param shareOfJob of the CPU that the whole job took, this report not counted
     * @param encoderSurcharge CPU that the encoders take more for protected pictures, as a share, from the samples
     */
    public record Effort(double generatorCpuSeconds, double shareOfJob, double encoderSurcharge) {}
}
