package dev.slipway.media.architecture.broken.one;

import dev.slipway.media.architecture.broken.two.KnowsOne;
import java.time.Instant;

/** Takes the time from nowhere, and is half of a cycle. */
public final class AsksTheWrongClock {
    private AsksTheWrongClock() {}

    public static Instant time() {
        return Instant.now();
    }

    static Class<?> other() {
        return KnowsOne.class;
    }
}
