package dev.slipway.media.probe;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tells how far a scan has come in its file, a few times a second, and stops it when it is cancelled. */
final class ScanWatch {
    private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long bytes;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private final long started = System.nanoTime();
    private long lastReport = started;
    private double fraction;

    ScanWatch(long bytes, ProgressListener listener, Cancellation cancellation) {
        this.bytes = bytes;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** @param position in the file, which may also go back */
    void at(long position) {
        cancellation.throwIfCancelled();
        long now = System.nanoTime();
        if (now - lastReport >= REPORT_NANOS) {
            lastReport = now;
            fraction = Math.clamp((double) position / Math.max(1, bytes), fraction, 1);
            double seconds = (now - started) / (double) TimeUnit.SECONDS.toNanos(1);
            double left = fraction > 0 ? seconds / fraction - seconds : 0;
            listener.progress(new Progress(fraction, 0, 0, left, Map.of()));
        }
    }
}
