package dev.slipway.media.prepare.progress;

import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.concurrent.TimeUnit;

/**
 * Tells the same progress again, a few times a second, while something is worked at that nobody knows the length of: who
 * watches takes silence for a standstill. Not thread-safe.
 */
public final class Heartbeat {
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Progress progress;
    private final ProgressListener listener;
    private long told = System.nanoTime() - BETWEEN_NANOS;

    public Heartbeat(Progress progress, ProgressListener listener) {
        this.progress = progress;
        this.listener = listener;
    }

    /** To be called as often as one likes. */
    public void tick() {
        long now = System.nanoTime();
        if (now - told >= BETWEEN_NANOS) {
            told = now;
            listener.progress(progress);
        }
    }
}
