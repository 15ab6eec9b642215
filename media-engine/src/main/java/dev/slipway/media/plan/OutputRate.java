package dev.slipway.media.plan;

import dev.slipway.model.media.Rational;
import java.util.List;

/**
 * The constant rate that is published: the source's own where it is constant and at most 60, else the nearest usual one
 * that loses no pictures. Players, segments and the check on the server all get simpler by it, and a picture shown
 * twice costs almost nothing.
 */
final class OutputRate {
    private static final Rational MOST = new Rational(60, 1);
    private static final Rational LEAST = new Rational(1, 1);
    private static final List<Rational> USUAL = List.of(
            new Rational(5, 1),
            new Rational(10, 1),
            new Rational(15, 1),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30, 1),
            new Rational(50, 1),
            MOST);
    /** Beyond it a rate is a measurement, not a standard, and a track's clock would run out of 32 bits. */
    private static final long LARGEST_NUMERATOR = 120_000;

    private static final double SLACK = 0.98;

    private OutputRate() {}

    static Rational of(Rational source, boolean variable) {
        if (!variable && source.compareTo(MOST) <= 0 && source.compareTo(LEAST) >= 0) {
            return source.numerator() <= LARGEST_NUMERATOR
                    ? source
                    : new Rational(Math.round(source.toDouble() * 1000), 1000);
        }
        return USUAL.stream()
                .filter(rate -> rate.toDouble() >= source.toDouble() * SLACK)
                .findFirst()
                .orElse(MOST);
    }
}
