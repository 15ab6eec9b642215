package dev.slipway.model.architecture.broken.two;

import dev.slipway.model.architecture.broken.one.ReadsFilesAndTheClock;

/** The other half of a cycle, on purpose. */
public final class KnowsOne {
    private KnowsOne() {}

    public static Class<?> one() {
        return ReadsFilesAndTheClock.class;
    }
}
