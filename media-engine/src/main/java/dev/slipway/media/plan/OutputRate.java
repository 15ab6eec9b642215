package dev.slipway.media.plan;

import dev.slipway.model.media.Rational;

/**
 * The constant rate that is published: the source's own where it is constant and at most 60, an even part of it where
 * that is more, and an even one that loses next to nothing where the source is uneven. Players, segments and the check on
 * the server all get simpler by it, and a picture shown twice costs almost nothing.
 */
final class OutputRate {
    private static final Rational MOST = new Rational(60, 1);
    private static final Rational LEAST = new Rational(1, 1);

    /** Below it, an even part of a fast rate is worse than 60 a second at uneven steps. */
    private static final double SMOOTH = 36;

    /** Beyond it a rate is a measurement, not a standard, and a track's clock would run out of 32 bits. */
    private static final long LARGEST_NUMERATOR = 120_000;

    private OutputRate() {}

    /** @param even the rate for a source that is uneven or slower than {@link #LEAST} */
    static Rational of(Rational source, boolean variable, Rational even) {
        if (variable || source.compareTo(LEAST) < 0) {
            return even;
        }
        long part = (long) Math.ceil(source.toDouble() / MOST.toDouble());
        if (part > 1 && source.toDouble() / part < SMOOTH) {
            return MOST;
        }
        Rational rate = new Rational(source.numerator(), Math.multiplyExact(source.denominator(), part));
        return rate.numerator() <= LARGEST_NUMERATOR ? rate : new Rational(Math.round(rate.toDouble() * 1000), 1000);
    }
}
