package dev.slipway.media.goal;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells how far a search has come, a few times a second, and stops it where that is wished. */
final class SearchProgress {
    private static final long BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(250);

    private final double share;
    private final long pictures;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final long started = System.nanoTime();
    private long done;
    private long last = started - BETWEEN_REPORTS;

    /**
     * @param share of the whole job's fraction that is the search's
     * @param pictures how many will be encoded, about
     */
    SearchProgress(double share, long pictures, ProgressListener listener, Cancellation cancellation) {
        this.share = share;
        this.pictures = pictures;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** @throws java.util.concurrent.CancellationException when the job is to stop */
    void picture() {
        done++;
        still();
    }

    /**
     * Something else than a picture was worked at.
     *
     * @throws java.util.concurrent.CancellationException when the job is to stop
     */
    void still() {
        cancellation.throwIfCancelled();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_REPORTS) {
            last = now;
            double fraction = share * Math.min(1, (double) done / pictures);
            double seconds = (now - started) / (double) TimeUnit.SECONDS.toNanos(1);
            double left = fraction == 0 ? 0 : seconds / fraction - seconds;
            listener.progress(new Progress(fraction, done / Math.max(1e-3, seconds), 0, left, Map.of()));
        }
    }
}
