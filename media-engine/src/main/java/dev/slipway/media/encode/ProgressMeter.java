package dev.slipway.media.encode;

import dev.slipway.media.plan.Timeline;
import dev.slipway.media.run.Progress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what all lanes have done, each picture by its pixels. Thread-safe. */
final class ProgressMeter {
    /** The rest is putting the finished chunks together. */
    private static final double SHARE_OF_ENCODING = 0.97;

    private final Timeline timeline;
    private final long started = System.nanoTime();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong pictures = new AtomicLong();
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();
    private double highest;

    ProgressMeter(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Counts work that lies ahead. */
    void expect(Lane lane, long count) {
        total.addAndGet(lane.size().pixels() * count);
    }

    void done(Lane lane) {
        done.addAndGet(lane.size().pixels());
    }

    void wrote(Lane lane, long count) {
        bytes.merge(lane.path(), count, Long::sum);
    }

    /** What the lane has made so far is thrown away. */
    void lost(Lane lane) {
        bytes.remove(lane.path());
    }

    void pictureRead() {
        pictures.incrementAndGet();
    }

    synchronized Progress now() {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1));
        double share = total.get() == 0 ? 1 : (double) done.get() / total.get();
        highest = Math.max(highest, Math.min(1, share) * SHARE_OF_ENCODING);
        double fps = pictures.get() / seconds;
        double left = highest > 0 ? seconds * (1 - highest) / highest : 0;
        return new Progress(highest, fps, fps / timeline.rate().toDouble(), left, bytes);
    }
}
