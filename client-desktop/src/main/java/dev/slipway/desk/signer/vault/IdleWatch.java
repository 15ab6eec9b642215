package dev.slipway.desk.signer.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends what nobody uses. By the clock on the wall, which goes on while the machine sleeps: whoever opens a laptop in the
 * morning finds the wallet locked.
 */
final class IdleWatch {
    static final Duration LONGEST = Duration.ofHours(1);
    /** How late it may be after the machine slept. */
    private static final long LOOK_MILLIS = 2000;

    private final InstantSource clock;
    private final Runnable end;
    private Duration idle;
    private Instant last;

    /** @param end is called once, on a thread of the watch's own */
    IdleWatch(InstantSource clock, Duration idle, Runnable end) {
        this.clock = clock;
        this.idle = bounded(idle);
        this.end = end;
        this.last = clock.instant();
    }

    void start() {
        Thread.ofPlatform().daemon().name("idle watch").start(this::watch);
    }

    /** Somebody is there. */
    synchronized void used() {
        last = clock.instant();
        notifyAll();
    }

    synchronized void setIdle(Duration wanted) {
        idle = bounded(wanted);
        used();
    }

    /** Never is not to be had. */
    private static Duration bounded(Duration wanted) {
        return wanted.compareTo(LONGEST) > 0 || !wanted.isPositive() ? LONGEST : wanted;
    }

    private void watch() {
        try {
            awaitIdle();
        } catch (InterruptedException e) {
            // Nobody interrupts it; and what is not watched over must not stay open.
            Thread.currentThread().interrupt();
        }
        end.run();
    }

    private synchronized void awaitIdle() throws InterruptedException {
        for (long left = millisLeft(); left > 0; left = millisLeft()) {
            wait(Math.min(left, LOOK_MILLIS));
        }
    }

    private long millisLeft() {
        return Duration.between(clock.instant(), last.plus(idle)).toMillis();
    }
}
