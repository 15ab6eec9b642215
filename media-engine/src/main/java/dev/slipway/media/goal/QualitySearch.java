package dev.slipway.media.goal;

import dev.slipway.media.run.FoundQuality.Outcome;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lowest rate that reaches a quality by halving in the logarithm of the rate. The ends of the range are tried
 * only where halving runs into them.
 */
final class QualitySearch {
    /** Rates nearer to each other than this look alike: about 0.2 dB. */
    private static final double NEAR = 1.05;
    /** Short samples miss their rate by a little, to both sides. */
    private static final double OVERSPENT = 1.05;
    /** Rates are told in whole kbit/s. */
    private static final long STEP = 1000;

    private final long floor;
    private final long ceiling;
    private final LongFunction<Tried> judge;

    /** @param judge tries a rate on the samples, which takes a while */
    QualitySearch(long floor, long ceiling, LongFunction<Tried> judge) {
        this.floor = floor;
        this.ceiling = ceiling;
        this.judge = judge;
    }

    /**
     * A rate and what it reaches.
     *
     * @param bitrate the most that may be spent
     * @param filmBitrate what is spent on average
     */
    record Tried(long bitrate, double decibels, long filmBitrate) {
        /** Samples that spend more than the film may are better than the film will be. */
        boolean reaches(double wanted) {
            return decibels >= wanted && filmBitrate <= bitrate * OVERSPENT;
        }
    }

    /** Where the search ended. */
    record Found(Tried tried, Outcome outcome) {}

    /** How many rates are tried, or one more: at least the ceiling. */
    static int tries(long floor, long ceiling) {
        if (ceiling <= floor * NEAR) {
            return 1;
        }
        double halvings = Math.log(Math.log((double) ceiling / floor) / Math.log(NEAR)) / Math.log(2);
        return Math.max(1, (int) Math.ceil(halvings));
    }

    Found find(double wanted) {
        long low = floor;
        long high = ceiling;
        @Nullable Found best = null;
        while (high > low * NEAR && high - low > STEP) {
            long middle = Math.clamp(Math.round(Math.sqrt((double) low * high) / STEP) * STEP, low + 1, high - 1);
            Tried tried = judge.apply(middle);
            if (tried.reaches(wanted)) {
                best = new Found(tried, Outcome.REACHED);
                high = middle;
            } else {
                low = middle;
            }
        }
        if (best == null) {
            return atCeiling(wanted);
        }
        return low == floor ? atFloor(wanted, best) : best;
    }

    private Found atCeiling(double wanted) {
        Tried tried = judge.apply(ceiling);
        return new Found(tried, tried.reaches(wanted) ? Outcome.REACHED : Outcome.CEILING);
    }

    private Found atFloor(double wanted, Found above) {
        Tried tried = judge.apply(floor);
        return tried.reaches(wanted) ? new Found(tried, Outcome.FLOOR) : above;
    }
}
