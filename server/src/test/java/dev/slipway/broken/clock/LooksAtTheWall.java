package dev.slipway.broken.clock;

import java.time.Clock;
import java.time.Instant;

/** Takes the time from the machine instead of the clock that it is given. */
public final class LooksAtTheWall {
    private LooksAtTheWall() {}

    public static Instant now() {
        return Instant.now();
    }

    public static long millis() {
        return System.currentTimeMillis();
    }

    public static Clock clock() {
        return Clock.systemUTC();
    }
}
