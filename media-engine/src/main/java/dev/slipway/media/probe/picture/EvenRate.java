package dev.slipway.media.probe.picture;

import dev.slipway.model.media.Rational;
import java.util.List;

/**
 * The even rate that does an uneven film justice: one at which nearly every picture is shown, that of most steps
 * where it is usual, because then pictures and places lie upon each other, else the lowest. The
 * average would not do: a recording of a screen may rest for minutes and move at 60 pictures a second in between.
 */
public final class EvenRate {
    private static final List<Rational> USUAL = List.of(
            new Rational(5, 1),
            new Rational(10, 1),
            new Rational(15, 1),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30, 1),
            new Rational(50, 1),
            new Rational(60, 1));

    /** Times that shiver by a few milliseconds put two pictures on one place now and then, at any rate. */
    private static final double NEARLY_ALL = 0.95;

    private static final double SAME = 0.02;

    private EvenRate() {}

    public static Rational of(PictureTimes times) {
        List<Rational> enough = USUAL.stream()
                .filter(rate -> times.shareShownAt(rate) >= NEARLY_ALL)
                .toList();
        return enough.stream()
                .filter(rate -> Math.abs(rate.toDouble() / times.medianRate() - 1) <= SAME)
                .findFirst()
                .or(() -> enough.stream().findFirst())
                .orElse(USUAL.getLast());
    }
}
