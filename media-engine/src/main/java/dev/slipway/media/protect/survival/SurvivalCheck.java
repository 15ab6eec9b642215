package dev.slipway.media.protect.survival;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.encode.lane.Lane;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.protect.LumaProtection;
import dev.slipway.media.protect.PictureProtection;
import dev.slipway.media.protect.ProtectionCost;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.protect.survival.SurvivalReport.Bound;
import dev.slipway.media.protect.survival.SurvivalReport.CostBeforeCodec;
import dev.slipway.media.protect.survival.SurvivalReport.Effort;
import dev.slipway.media.protect.survival.SurvivalReport.RungSurvival;
import dev.slipway.media.protect.survival.SurvivalReport.Samples;
import dev.slipway.media.quality.Quality;
import dev.slipway.media.quality.QualityMeter;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Measures on samples of a prepared film what its protection is worth. Each sample is encoded twice with the job's own
 * encoders, without and with noise, one after the other, so that it takes no more memory than the job did.
 */
public final class SurvivalCheck {
    private final OriginalPictures originals;
    private final Plan plan;
    private final Protection settings;
    private final List<Lane> lanes;
    private final Path finished;
    private final DoubleConsumer share;
    private final Cancellation cancellation;
    private long read;
    private long all;
    private final Map<String, Long> cleanBytes = new HashMap<>();
    private final Map<String, Long> protectedBytes = new HashMap<>();
    private final CpuClock cleanCpu = new CpuClock();
    private final CpuClock protectedCpu = new CpuClock();
    private final ChangeTally changes = new ChangeTally();
    private final Map<String, RungTally> tallies = new LinkedHashMap<>();

    /**
     * @param lanes of all outputs; those of rungs are measured
     * @param finished the folder with the finished rungs
     * @param share hears how much is done, from 0 to 1
     */
    public SurvivalCheck(
            OriginalPictures originals,
            Plan plan,
            Protection settings,
            List<Lane> lanes,
            Path finished,
            DoubleConsumer share,
            Cancellation cancellation) {
        this.originals = originals;
        this.plan = plan;
        this.settings = settings;
        this.finished = finished;
        this.share = share;
        this.cancellation = cancellation;
        List<String> rungs = plan.rungs().stream().map(VideoOutput::path).toList();
        this.lanes = lanes.stream().filter(lane -> rungs.contains(lane.path())).toList();
    }

    /** How many of a film's pictures are measured. */
    public static long pictures(Timeline timeline) {
        return FilmSample.spreadOver(timeline).stream()
                .mapToLong(FilmSample::pictures)
                .sum();
    }

    /**
     * @param scratch a folder for chunks that nobody keeps
     * @param generator what the run's own noise took
     * @param jobCpuSeconds what the run took so far
     */
    public SurvivalReport measure(ProtectionSeed seed, Path scratch, ProtectionCost generator, double jobCpuSeconds)
            throws IOException {
        List<FilmSample> samples = FilmSample.spreadOver(plan.timeline());
        all = samples.stream().mapToLong(FilmSample::pictures).sum();
        try (ChunkStore store = new ChunkStore(scratch, "samples");
                ScaledLadder ladder = new ScaledLadder(plan);
                QualityMeter meter = QualityMeter.complete(plan.timeline().rate())) {
            for (int number = 0; number < samples.size(); number++) {
                encodeClean(samples.get(number), number, store, ladder);
                compare(samples.get(number), number, seed, store, ladder, meter);
            }
            Effort effort = new Effort(
                    generator.cpuSeconds(),
                    generator.cpuSeconds() / Math.max(1e-3, jobCpuSeconds),
                    share(protectedCpu.seconds(), cleanCpu.seconds()));
            return report(samples, meter.result(), generator, effort);
        }
    }

    private void encodeClean(FilmSample sample, int number, ChunkStore store, ScaledLadder ladder) throws IOException {
        try (SampleEncodes encodes = new SampleEncodes(lanes, store, number, cleanCpu, cleanBytes)) {
            originals.read(
                    sample.first(),
                    sample.end(),
                    picture -> {
                        ladder.apply(picture, encodes::picture);
                        tell();
                    },
                    cancellation);
            encodes.finish();
        }
    }

    private void compare(
            FilmSample sample,
            int number,
            ProtectionSeed seed,
            ChunkStore store,
            ScaledLadder ladder,
            QualityMeter meter)
            throws IOException {
        PictureProtection noise = protection(seed);
        PictureProtection otherNoise = protection(control(seed));
        try (SampleEncodes encodes = new SampleEncodes(lanes, store, number, protectedCpu, protectedBytes);
                FinishedRungs rungs = new FinishedRungs(plan, finished, sample.first())) {
            originals.read(
                    sample.first(),
                    sample.end(),
                    original -> {
                        try (Frame treated = treated(original, noise);
                                Frame other = treated(original, otherNoise)) {
                            meter.compare(original, treated);
                            changes.add(original.plane(0), treated.plane(0));
                            ladder.apply(treated, encodes::picture);
                            compare(
                                    rungs,
                                    original.pts(),
                                    ladder.luma(original),
                                    ladder.luma(treated),
                                    ladder.luma(other));
                        }
                        tell();
                    },
                    cancellation);
            encodes.finish();
        }
    }

    /** Every sample is read twice. */
    private void tell() {
        read++;
        share.accept(read / (2.0 * all));
    }

    private void compare(
            FinishedRungs finishedRungs, long number, LadderLuma plain, LadderLuma treated, LadderLuma other) {
        finishedRungs.luma(
                number,
                (rung, decoded) -> tallies.computeIfAbsent(rung.path(), RungTally::new)
                        .add(plain.of(rung.size()), treated.of(rung.size()), other.of(rung.size()), decoded));
    }

    private PictureProtection protection(ProtectionSeed seed) {
        return new PictureProtection(settings, seed, plan.topSize(), plan.timeline());
    }

    private static ProtectionSeed control(ProtectionSeed seed) {
        return new ProtectionSeed(HexFormat.of().formatHex(seed.key("control")));
    }

    private static Frame treated(Frame original, PictureProtection noise) {
        Frame treated = original.share();
        noise.apply(treated);
        return treated;
    }

    private SurvivalReport report(List<FilmSample> samples, Quality quality, ProtectionCost generator, Effort effort) {
        long pictures = samples.stream().mapToLong(FilmSample::pictures).sum();
        List<RungSurvival> rungs = tallies.values().stream()
                .map(tally -> tally.result(cleanBytes, protectedBytes))
                .toList();
        return new SurvivalReport(
                settings,
                new Samples(samples.size(), pictures, plan.timeline().microsAt(pictures) / 1e6),
                bound(generator),
                new CostBeforeCodec(
                        quality.xpsnr().y(), quality.psnr().y(), quality.ssim().y()),
                rungs,
                effort,
                Caveat.sentences());
    }

    private Bound bound(ProtectionCost generator) {
        int allowed = LumaProtection.bound(settings);
        int largest = changes.largest();
        return new Bound(
                allowed,
                largest,
                generator.largestChange(),
                generator.pictures(),
                Math.max(largest, generator.largestChange()) <= allowed,
                changes.median(),
                changes.mean(),
                changes.touched());
    }

    private static double share(double with, double without) {
        return without == 0 ? 0 : with / without - 1;
    }
}
