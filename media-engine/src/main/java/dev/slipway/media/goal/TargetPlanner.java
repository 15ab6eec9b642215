package dev.slipway.media.goal;

import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.forecast.SampleFilm;
import dev.slipway.media.forecast.Spent;
import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a plan, with the rate that reaches the wanted quality where one is wished. The unprotected film is judged: noise
 * against recognition is not the encoder's error.
 */
public final class TargetPlanner {
    /** Of the rate that the pictures' size would give. */
    private static final long CEILING = 16;

    /** An eighth of it. */
    private static final long FLOOR_DIVISOR = 8;
    /** Plans round to it. */
    private static final long STEP = 1000;

    private final Path source;
    private final SourceScan scan;
    private final PlanRequest wishes;
    private final int threads;

    /** @param threads how many processors the encoders may count on */
    public TargetPlanner(Path source, SourceScan scan, PlanRequest wishes, int threads) {
        this.source = source;
        this.scan = scan;
        this.wishes = wishes;
        this.threads = threads;
    }

    /**
     * A plan and what it took to find.
     *
     * @param progress how much of the whole job's work is behind it, and how long the rest takes at the search's speed
     */
    public record Planned(Plan plan, Spent spent, Progress progress) {
        private static final Progress UNKNOWN = new Progress(0, 0, 0, 0, Map.of());

        private static Planned atOnce(Plan plan) {
            return new Planned(plan, Spent.NOTHING, UNKNOWN);
        }
    }

    /** The plan before any search: what is wished, at the highest rate that may be tried. */
    public Plan widest() {
        return Planner.plan(scan, wishes, threads);
    }

    /** The plan with a rate that an earlier search for the same found. */
    public Plan with(FoundQuality found) {
        PlanRequest settled = wishes.withTopBitrate(found.bitrate());
        return Planner.plan(scan, settled, threads).withQuality(found);
    }

    /**
     * @param known what an earlier search for the very same found
     * @throws java.util.concurrent.CancellationException when it is told to stop, between two pictures
     */
    public Planned plan(Optional<FoundQuality> known, ProgressListener listener, Cancellation cancellation) {
        @Nullable QualityWish wish = wishes.targetQuality();
        if (wish == null) {
            return Planned.atOnce(widest());
        }
        if (known.isPresent()) {
            return Planned.atOnce(with(known.get()));
        }
        Spent.Clock clock = new Spent.Clock();
        Plan widest = widest();
        Range range = range(widest.rungs().getFirst());
        List<Stretch> stretches = JudgedStretches.of(widest);
        long pictures = stretches.stream().mapToLong(Stretch::pictures).sum();
        int tries = QualitySearch.tries(range.floor(), range.ceiling());
        double share = share(widest, pictures * tries);
        SearchProgress progress =
                new SearchProgress(new SearchProgress.Work(share, pictures, tries), listener, cancellation);
        FoundQuality found = find(widest, wish, range, stretches, progress, cancellation);
        return new Planned(with(found), clock.spent(), progress.atTheEnd());
    }

    /** Bits per second of the top rung. */
    private record Range(long floor, long ceiling) {}

    private Range range(VideoOutput top) {
        boolean isBounded = wishes.topBitrate() != null;
        long ceiling = isBounded ? top.bitrate() : Math.min(CEILING * top.bitrate(), PlanRequest.MAX_BITRATE);
        long floor = ceiling / (CEILING * FLOOR_DIVISOR) / STEP * STEP;
        return new Range(Math.clamp(floor, PlanRequest.MIN_BITRATE, ceiling), ceiling);
    }

    private FoundQuality find(
            Plan widest,
            QualityWish wish,
            Range range,
            List<Stretch> stretches,
            SearchProgress progress,
            Cancellation cancellation) {
        OriginalPictures pictures = new OriginalPictures(source, scan, widest, progress::still);
        progress.beginReading();
        try (SampleFilm film = SampleFilm.read(pictures, stretches, progress::picture, cancellation);
                SampleJudge judge = new SampleJudge(widest, this::topAt, film.stretches(), progress)) {
            var found = new QualitySearch(range.floor(), range.ceiling(), judge).find(wish.decibels());
            List<List<Frame>> judged = film.stretches();
            return new FoundQuality(
                    wish.decibels(),
                    found.tried().bitrate(),
                    found.tried().decibels(),
                    found.outcome(),
                    found.tried().filmBitrate(),
                    judged.stream().mapToLong(List::size).sum(),
                    judged.size());
        }
    }

    private VideoOutput topAt(long bitrate) {
        return Planner.plan(scan, wishes.withTopBitrate(bitrate), threads)
                .rungs()
                .getFirst();
    }

    /** Of all pixels that are encoded, in the search and after it. */
    private static double share(Plan plan, long pictures) {
        double search = (double) pictures * plan.topSize().pixels();
        double job = plan.rungs().stream()
                .mapToDouble(rung -> (double) rung.frames() * rung.size().pixels())
                .sum();
        return search / (search + job);
    }
}
