package dev.slipway.media.forecast;

import dev.slipway.media.encode.SoundPass;
import dev.slipway.media.encode.source.SourceReader;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.protect.ProtectionSeed;
import dev.slipway.media.protect.sound.AudioNoise;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.CpuTime;
import dev.slipway.media.sound.Leveller;
import dev.slipway.media.sound.Loudness;
import dev.slipway.media.sound.LoudnessMeter;
import dev.slipway.media.sound.MixedFrames;
import dev.slipway.media.sound.SoundEncoder;
import dev.slipway.media.sound.SoundTreatment;
import dev.slipway.media.sound.StereoBlock;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes the film's first few seconds of sound as the job will, and counts what each part of that takes. */
final class SoundSample {
    private static final long SECONDS = 3;
    private static final double MICROS = 1e6;
    /** Sound cannot be entered in the middle: of a film that is cut out of a long one all before it would be read. */
    private static final long LATEST_MICROS = 10_000_000;
    /** The first time classes are loaded and compiled, which a whole film has behind it soon. */
    private static final int TIMES = 3;
    /** Peak of full scale, -60 dB: encoders have next to nothing to do below it. */
    private static final float SILENT = 0.001f;
    /** With more silence than this a sample does not speak for its film. */
    private static final double MOST_SILENCE = 0.1;

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final SoundWishes wishes;

    SoundSample(Path source, SourceScan scan, Plan plan, SoundWishes wishes) {
        this.source = source;
        this.scan = scan;
        this.plan = plan.until(plan.timeline().frameAt(SECONDS * (long) MICROS));
        this.wishes = wishes;
    }

    /** Nothing to try in a silent film. */
    boolean isPossible() {
        return !plan.audios().isEmpty() && plan.originMicros() - scan.originMicros() <= LATEST_MICROS;
    }

    /** Processor seconds that {@link #load} takes, about. */
    static double cpuSeconds(SoundLoad load) {
        return load.reading() * (SECONDS + SourceReader.INTERLEAVING_MICROS / MICROS) + TIMES * SECONDS * load.made();
    }

    /**
     * @param filmMicros how long the whole film is
     * @param untested what holds at least where the sample is silent, as many a film is at its beginning
     * @param tick is called by this thread, for each packet
     */
    SoundLoad load(long filmMicros, SoundLoad untested, Runnable tick, Cancellation cancellation) throws IOException {
        List<StereoBlock> mix = new ArrayList<>();
        ReadingCost cost = new ReadingCost(tick);
        new SoundPass(source, scan, plan).readSample(mix::add, cost::tick, cancellation);
        double reading = cost.cpuSeconds();
        double encoding = leastOf(() -> plan.audios().forEach(audio -> encode(mix, audio)));
        cancellation.throwIfCancelled();
        Double target = wishes.loudness();
        double levelling = target == null ? 0 : leastOf(() -> level(mix, target));
        double noise = SoundLoad.isProtected(plan) ? leastOf(() -> protect(mix)) : 0;
        long read = Math.min(filmMicros, plan.timeline().durationMicros() + SourceReader.INTERLEAVING_MICROS);
        double seconds = mix.stream().mapToLong(StereoBlock::samples).sum() / (double) AudioOutput.SAMPLE_RATE;
        SoundLoad load =
                new SoundLoad(reading * MICROS / read, encoding / seconds, levelling / seconds, noise / seconds);
        return isSilent(mix) ? load.atLeast(untested) : load;
    }

    static boolean isSilent(List<StereoBlock> mix) {
        long all = mix.stream().mapToLong(StereoBlock::samples).sum();
        long silent = mix.stream()
                .filter(block -> isSilent(block.left()) && isSilent(block.right()))
                .mapToLong(StereoBlock::samples)
                .sum();
        return silent > all * MOST_SILENCE;
    }

    private static boolean isSilent(float[] samples) {
        for (float sample : samples) {
            if (Math.abs(sample) > SILENT) {
                return false;
            }
        }
        return true;
    }

    /**
     * Processor time of one reading. It is done only once, because a file may hold much beside its sound; what it takes in
     * its second half, when classes are loaded and compiled, stands for the first one too.
     */
    private static final class ReadingCost {
        private final Runnable next;
        private final CpuTime time = CpuTime.fromNow();
        private final List<Double> afterPackets = new ArrayList<>();

        ReadingCost(Runnable next) {
            this.next = next;
        }

        void tick() {
            afterPackets.add(time.seconds());
            next.run();
        }

        double cpuSeconds() {
            double all = time.seconds();
            int half = afterPackets.size() / 2;
            return half == 0 ? all : Math.min(all, 2 * (all - afterPackets.get(half)));
        }
    }

    /** A part of the work on the sample. */
    @FunctionalInterface
    private interface Part {
        void run() throws IOException;
    }

    private static double leastOf(Part part) throws IOException {
        double least = Double.MAX_VALUE;
        for (int time = 0; time < TIMES; time++) {
            CpuTime cpu = CpuTime.fromNow();
            part.run();
            least = Math.min(least, cpu.seconds());
        }
        return least;
    }

    private static void encode(List<StereoBlock> mix, AudioOutput audio) {
        try (SoundEncoder encoder = new SoundEncoder(audio)) {
            mix.forEach(new MixedFrames(List.of(frame -> {
                try (frame) {
                    encoder.encode(frame, packet -> {});
                }
            })));
            encoder.finish(packet -> {});
        }
    }

    private static void level(List<StereoBlock> mix, double target) {
        Loudness before;
        try (LoudnessMeter meter = new LoudnessMeter()) {
            mix.forEach(meter::accept);
            before = meter.finish();
        }
        long samples = mix.stream().mapToLong(StereoBlock::samples).sum();
        try (Leveller leveller = new Leveller(target, before, samples)) {
            treat(mix, leveller);
        }
    }

    /** The noise of nobody's key, which takes as long as any. */
    private void protect(List<StereoBlock> mix) {
        byte[] key = new byte[ProtectionSeed.BYTES];
        Protection protection = Objects.requireNonNull(plan.protection());
        try (AudioNoise noise = new AudioNoise(key, protection.audioLevel())) {
            treat(mix, noise);
        }
    }

    private static void treat(List<StereoBlock> mix, SoundTreatment treatment) {
        mix.forEach(block -> treatment.accept(block, treated -> {}));
        treatment.finish(treated -> {});
    }
}
