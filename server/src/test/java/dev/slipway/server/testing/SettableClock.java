package dev.slipway.server.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** A negative duration sets it back. */
    public synchronized void move(Duration duration) {
        now = now.plus(duration);
    }
}
