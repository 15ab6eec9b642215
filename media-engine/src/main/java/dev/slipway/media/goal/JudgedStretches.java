package dev.slipway.media.goal;

import dev.slipway.media.forecast.SampleFilm;
import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The parts of a film on which its quality is judged: the beginnings of segments that lie evenly over it. An encoder
 * begins afresh there in the film too, so that it does the same with a sample.
 */
final class JudgedStretches {
    private static final double BYTES_A_PIXEL = 1.5;
    private static final int MOST = 8;
    /** An encoder needs a while to get to the quality of its rate, so that few long parts tell more than many short ones. */
    private static final int FEW = 4;

    private static final long FEWEST_PICTURES = 4;
    private static final long SECOND = 1_000_000;
    /** A film that is no longer is judged whole. */
    private static final long SHORT_SECONDS = 12;
    /** Of a longer one. */
    private static final long SHARE = 4;

    private JudgedStretches() {}

    static List<Stretch> of(Plan plan) {
        return of(plan.timeline(), plan.topSize());
    }

    static List<Stretch> of(Timeline timeline, Size size) {
        long segments = timeline.segments();
        long wanted = Math.max(timeline.frameAt(SHORT_SECONDS * SECOND), timeline.frames() / SHARE);
        long kept = (long) (SampleFilm.KEPT_BYTES / (size.pixels() * BYTES_A_PIXEL));
        long all = Math.min(wanted, kept);
        long whole = Math.clamp(all / timeline.segmentStart(1), FEW, MOST);
        int count = Math.toIntExact(Math.min(segments, whole));
        long each = Math.max(FEWEST_PICTURES, all / count);
        return IntStream.range(0, count)
                .mapToLong(part -> segments * (2L * part + 1) / (2L * count))
                .mapToObj(segment -> beginning(timeline, segment, each))
                .toList();
    }

    private static Stretch beginning(Timeline timeline, long segment, long pictures) {
        long first = timeline.segmentStart(segment);
        return new Stretch(first, Math.min(first + pictures, end(timeline, segment)));
    }

    /** The whole segments that the stretches begin. */
    static List<Stretch> segmentsOf(Plan plan) {
        Timeline timeline = plan.timeline();
        return of(plan).stream()
                .map(stretch -> new Stretch(stretch.first(), end(timeline, timeline.segmentOf(stretch.first()))))
                .toList();
    }

    private static long end(Timeline timeline, long segment) {
        return Math.min(timeline.frames(), timeline.segmentStart(segment + 1));
    }
}
