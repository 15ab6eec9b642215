package dev.slipway.media.forecast;

import dev.slipway.media.encode.Encodings;
import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.Outlook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Foretells what a plan takes. A few stretches of the film are encoded as the top rung would be; the other rungs are
 * taken to fill their rates as far, and the machine to be as much faster or slower at them. The sound's beginning is made
 * too, which tells of its time; its files are taken to fill their rates.
 */
public final class Forecaster {
    private static final int STRETCHES = 3;
    private static final long FRAMES_EACH = 20;
    /** A frugal forecast takes no more than this of the job's processor time. */
    private static final double FRUGAL_SHARE = 0.01;
    /** Opening source and encoders, in processor seconds. */
    private static final double START_OF_SAMPLES = 0.05;

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final SoundWishes sound;
    private final Spent spent;
    private final ExpectedTime time;
    private final Runnable tick;

    /** How much a forecast may cost. */
    public enum Effort {
        /** Before a job: nothing for jobs so short that it would cost more than one part in a hundred. */
        FRUGAL,
        /** When it is all that was asked for. */
        THOROUGH
    }

    /**
     * @param sound what the plan does not hold, since no picture depends on it
     * @param spent what the job took already, which counts
     * @param tick is called by the forecast's own thread, for each packet that it reads and each picture that it encodes
     */
    public Forecaster(Path source, SourceScan scan, Plan plan, SoundWishes sound, Spent spent, Runnable tick) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
        this.sound = sound;
        this.spent = spent;
        this.time = new ExpectedTime(plan, scan);
        this.tick = tick;
    }

    public Outlook outlook(Effort effort, Cancellation cancellation) throws IOException {
        SoundLoad load = soundLoad(effort, cancellation);
        FoundQuality found = plan.quality();
        if (found != null) {
            double fill = Math.min(1, (double) found.filmBitrate() / found.bitrate());
            return outlook(new Estimate(fill, 1), load, "from the samples that the quality was found on");
        }
        List<Stretch> stretches = Stretch.spread(plan.timeline(), STRETCHES, FRAMES_EACH);
        if (effort == Effort.FRUGAL && !isCheap(time.samplingCpuSeconds(stretches), load)) {
            return outlook(
                    untested(),
                    load,
                    "from the planned rates; samples would cost too much of so short a job, but --plan tries some");
        }
        return outlook(
                sampled(stretches, cancellation),
                load,
                "from %d × %d pictures encoded as samples"
                        .formatted(stretches.size(), stretches.getFirst().pictures()));
    }

    private Estimate untested() {
        return Estimate.untested(plan.rungs().getFirst().codec(), time);
    }

    private SoundLoad soundLoad(Effort effort, Cancellation cancellation) throws IOException {
        SoundLoad untested = SoundLoad.untested(plan, sound);
        SoundSample sample = new SoundSample(source, scan, plan, sound);
        boolean isTried = effort == Effort.THOROUGH || isCheap(SoundSample.cpuSeconds(untested), untested);
        return sample.isPossible() && isTried
                ? sample.load(plan.timeline().durationMicros(), untested, tick, cancellation)
                : untested;
    }

    /** Whether samples cost little of the job that they tell of. */
    private boolean isCheap(double samplesCpuSeconds, SoundLoad load) {
        double job = time.cpuSeconds(untested().slowness(), load);
        return START_OF_SAMPLES + samplesCpuSeconds <= job * FRUGAL_SHARE;
    }

    private Estimate sampled(List<Stretch> stretches, Cancellation cancellation) {
        OriginalPictures pictures = new OriginalPictures(source, scan, plan, tick);
        Runnable beforePicture = () -> {
            cancellation.throwIfCancelled();
            tick.run();
        };
        try (SampleFilm film = SampleFilm.read(pictures, stretches, tick, cancellation)) {
            VideoOutput top = plan.rungs().getFirst();
            SampleEncoder encoder =
                    new SampleEncoder(Encodings.of(top, plan.timeline().rate(), plan.threadsOf(top)), beforePicture);
            film.stretches().forEach(encoder::encode);
            Timeline timeline = plan.timeline();
            double planned = top.bitrate() / 8.0 * timeline.durationMicros() / 1e6;
            return new Estimate(
                    Math.min(1, encoder.bytes().ofFilm(timeline.frames(), timeline.segments()) / planned),
                    encoder.cpuSecondsEach()
                            * EncoderLoad.pixelsASecond(top)
                            / top.size().pixels());
        }
    }

    private Outlook outlook(Estimate estimate, SoundLoad load, String basis) {
        List<Outlook.Expected> outputs = new ExpectedFiles(plan).at(estimate.fill());
        long bytes = outputs.stream().mapToLong(Outlook.Expected::bytes).sum();
        double ahead = time.cpuSeconds(estimate.slowness(), load);
        double cpu = spent.cpuSeconds() + ahead;
        double seconds = spent.seconds() + ExpectedTime.wallSeconds(ahead, plan.threads());
        long memory = MemoryBudget.bytes(plan, scan);
        String summary = String.format(
                Locale.ROOT,
                "about %.1f MB in %.0f s (%.0f CPU seconds), %s; at most %d MB of memory",
                bytes / 1e6,
                seconds,
                cpu,
                basis,
                Math.round(memory / 1e6));
        String table = String.join("\n", plan.asTable(), SoundLine.of(scan, plan, sound), summary);
        return new Outlook(table, outputs, bytes, seconds, cpu, memory, basis, plan.quality());
    }
}
