package dev.slipway.media.cap;

import dev.slipway.media.plan.Timeline;
import java.util.HashMap;
import java.util.Map;

/** What the pictures of one film cost over every 10 s, in shares of its cap. */
final class Spending {
    private static final int WINDOW_SECONDS = 10;

    private final Timeline timeline;
    private final long firstFrame;
    private final long[] bytesBefore;
    private final int window;
    private final double allowedBytes;

    /**
     * @param cap bits per second
     * @param firstFrame number of the first picture on the time line
     * @param sizes of all pictures, in bytes; films shorter than 10 s are held to their own length, at least a segment
     */
    Spending(Timeline timeline, long cap, long firstFrame, int[] sizes) {
        this.timeline = timeline;
        this.firstFrame = firstFrame;
        this.bytesBefore = new long[sizes.length + 1];
        for (int picture = 0; picture < sizes.length; picture++) {
            bytesBefore[picture + 1] = bytesBefore[picture] + sizes[picture];
        }
        double rate = timeline.rate().toDouble();
        window = Math.min(sizes.length, (int) Math.ceil(WINDOW_SECONDS * rate));
        double seconds = Math.clamp(sizes.length / rate, Timeline.SEGMENT_SECONDS, WINDOW_SECONDS);
        allowedBytes = cap / 8.0 * seconds;
    }

    /** Of the dearest 10 s; up to 1 the cap holds. */
    double worst() {
        double worst = 0;
        for (int first = 0; first + window < bytesBefore.length; first++) {
            worst = Math.max(worst, from(first));
        }
        return worst;
    }

    /** Segments with a part in any 10 s that cost too much, each with the share of the dearest of these. */
    Map<Long, Double> excess() {
        Map<Long, Double> excess = new HashMap<>();
        for (int first = 0; first + window < bytesBefore.length; first++) {
            double share = from(first);
            if (share > 1) {
                long last = timeline.segmentOf(firstFrame + first + window - 1);
                for (long segment = timeline.segmentOf(firstFrame + first); segment <= last; segment++) {
                    excess.merge(segment, share, Math::max);
                }
            }
        }
        return excess;
    }

    private double from(int first) {
        return (bytesBefore[first + window] - bytesBefore[first]) / allowedBytes;
    }
}
