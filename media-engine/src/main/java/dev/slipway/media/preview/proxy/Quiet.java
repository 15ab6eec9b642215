package dev.slipway.media.preview.proxy;

import java.util.concurrent.TimeUnit;

/** Keeps background work waiting while somebody watches or searches. Thread-safe. */
public final class Quiet {
    private final long nanos;
    private long disturbed;
    private boolean busy;

    /** @param millis how long it has to be quiet */
    public Quiet(long millis) {
        this.nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        this.disturbed = System.nanoTime() - nanos;
    }

    public synchronized void begin() {
        busy = true;
    }

    public synchronized void end() {
        busy = false;
        disturbed = System.nanoTime();
        notifyAll();
    }

    synchronized void await() throws InterruptedException {
        long left = left();
        while (left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = left();
        }
    }

    private long left() {
        return busy ? Long.MAX_VALUE / 2 : disturbed + nanos - System.nanoTime();
    }
}
