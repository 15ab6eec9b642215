package dev.slipway.media.architecture.broken.two;

import dev.slipway.media.architecture.broken.one.AsksTheWrongClock;

/** The other half of the cycle. */
public final class KnowsOne {
    private KnowsOne() {}

    static Class<?> other() {
        return AsksTheWrongClock.class;
    }
}
