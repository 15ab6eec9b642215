package dev.slipway.desk.browserwallet;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts changes, so that the page can wait for the next one. */
final class Pulse {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;

    void beat() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when the count is another than what was seen, or that much later. */
    void awaitChange(long seen, Duration most) {
        lock.lock();
        try {
            long nanos = most.toNanos();
            while (count == seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            // The page is being closed: it gets its last answer at once.
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
