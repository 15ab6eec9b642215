package dev.slipway.media.forecast;

import dev.slipway.media.encode.SoundPass;
import dev.slipway.media.encode.source.SourceReader;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.probe.SourceScan;
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
        return TIMES * (load.reading() * SourceReader.INTERLEAVING_MICROS / MICROS + SECONDS * load.once());
    }

    /** @param filmMicros how long the whole film is */
    SoundLoad load(long filmMicros, Cancellation cancellation) throws IOException {
        List<StereoBlock> mix = new ArrayList<>();
        double reading = leastOf(() -> {
            mix.clear();
            new SoundPass(source, scan, plan).read(mix::add, () -> {}, cancellation);
        });
        double encoding = leastOf(() -> plan.audios().forEach(audio -> encode(mix, audio)));
        cancellation.throwIfCancelled();
        Double target = wishes.loudness();
        double levelling = target == null ? 0 : leastOf(() -> level(mix, target));
        double noise = SoundLoad.isProtected(plan) ? leastOf(() -> protect(mix)) : 0;
        long read = Math.min(filmMicros, plan.timeline().durationMicros() + SourceReader.INTERLEAVING_MICROS);
        double seconds = mix.stream().mapToLong(StereoBlock::samples).sum() / (double) AudioOutput.SAMPLE_RATE;
        return new SoundLoad(reading * MICROS / read, encoding / seconds, levelling / seconds, noise / seconds);
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
        byte[] key = new byte[Integer.SIZE];
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
