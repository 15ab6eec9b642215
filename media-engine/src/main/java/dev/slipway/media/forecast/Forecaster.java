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
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Foretells what a plan takes. A few stretches of the film are encoded as the top rung would be; the other rungs are
 * taken to fill their rates as far, and the machine to be as much faster or slower at them.
 */
public final class Forecaster {
    private static final int STRETCHES = 3;
    private static final long FRAMES_EACH = 20;
    /** A frugal forecast looks at no more than one picture in so many. */
    private static final long FRUGAL_SHARE = 100;

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final SoundWishes sound;
    private final Spent spent;

    /** How much a forecast may cost. */
    public enum Effort {
        /** Before a job: nothing for films so short that it would cost more than one part in a hundred. */
        FRUGAL,
        /** When it is all that was asked for. */
        THOROUGH
    }

    /**
     * @param sound what the plan does not hold, since no picture depends on it
     * @param spent what the job took already, which counts
     */
    public Forecaster(Path source, SourceScan scan, Plan plan, SoundWishes sound, Spent spent) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
        this.sound = sound;
        this.spent = spent;
    }

    public Outlook outlook(Effort effort, Cancellation cancellation) {
        FoundQuality found = plan.quality();
        if (found != null) {
            double fill = Math.min(1, (double) found.filmBitrate() / found.bitrate());
            return outlook(new Estimate(fill, 1), "from the samples that the quality was found on");
        }
        boolean isShort = plan.timeline().frames() < STRETCHES * FRAMES_EACH * FRUGAL_SHARE;
        if (effort == Effort.FRUGAL && isShort) {
            return outlook(
                    Estimate.untested(plan.rungs().getFirst().codec()),
                    "from the planned rates; of fewer than 6000 pictures samples would cost too much of the job, but"
                            + " --plan tries some");
        }
        List<Stretch> stretches = Stretch.spread(plan.timeline(), STRETCHES, FRAMES_EACH);
        OriginalPictures pictures = new OriginalPictures(source, scan, plan);
        try (SampleFilm film = SampleFilm.read(pictures, stretches, cancellation)) {
            VideoOutput top = plan.rungs().getFirst();
            SampleEncoder encoder =
                    new SampleEncoder(Encodings.of(top, plan.timeline().rate(), plan.threadsOf(top)));
            film.stretches().forEach(stretch -> {
                cancellation.throwIfCancelled();
                encoder.encode(stretch);
            });
            Timeline timeline = plan.timeline();
            double planned = top.bitrate() / 8.0 * timeline.durationMicros() / 1e6;
            Estimate estimate = new Estimate(
                    Math.min(1, encoder.bytes().ofFilm(timeline.frames(), timeline.segments()) / planned),
                    encoder.cpuSecondsEach()
                            * EncoderLoad.pixelsASecond(top)
                            / top.size().pixels());
            return outlook(
                    estimate,
                    "from %d × %d pictures encoded as samples"
                            .formatted(
                                    stretches.size(),
                                    stretches.getFirst().end()
                                            - stretches.getFirst().first()));
        }
    }

    private Outlook outlook(Estimate estimate, String basis) {
        List<Outlook.Expected> outputs = new ExpectedFiles(plan).at(estimate.fill());
        long bytes = outputs.stream().mapToLong(Outlook.Expected::bytes).sum();
        double ahead = new ExpectedTime(plan, scan).cpuSeconds(estimate.slowness());
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
