package dev.slipway.media.goal;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.run.FoundQuality.Outcome;
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
    /** How often samples that overspend are made again, where a finished film may be more often. */
    private static final int ROUNDS = 3;

    /** Rates are told in whole kbit/s. */
    private static final long STEP = 1000;

    private final long floor;
    private final long ceiling;
    private final Judge judge;

    /** Tries a rate on the samples, which takes a while. */
    @FunctionalInterface
    interface Judge {
        /**
         * @param bitrate the most that may be spent
         * @param share of it that the encoder is told
         */
        Tried judge(long bitrate, double share);

        /** Told before each trial how many are expected after it. Those that are tried again with less come on top. */
        default void ahead(int trials) {
            // Only some judges have somebody to tell.
        }
    }

    QualitySearch(long floor, long ceiling, Judge judge) {
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
            return decibels >= wanted && !isOverspent();
        }

        boolean isOverspent() {
            return filmBitrate > bitrate * OVERSPENT;
        }

        private double excess() {
            return (double) filmBitrate / bitrate;
        }
    }

    /** Where the search ended. */
    record Found(Tried tried, Outcome outcome) {}

    /** How many rates are tried, or one more: at least the ceiling. Those that are tried again with less come on top. */
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
        @Nullable Tried below = null;
        while (high > low * NEAR && high - low > STEP) {
            long middle = Math.clamp(Math.round(Math.sqrt((double) low * high) / STEP) * STEP, low + 1, high - 1);
            Tried tried = judged(middle, wanted, tries(low, high) - 1);
            if (tried.reaches(wanted)) {
                best = new Found(tried, Outcome.REACHED);
                high = middle;
            } else {
                low = middle;
                below = tried;
            }
        }
        if (best == null) {
            return atCeiling(wanted);
        }
        if (below == null) {
            return atFloor(wanted, best);
        }
        return below.decibels() >= wanted ? new Found(best.tried(), Outcome.FLOOR) : best;
    }

    /**
     * As the finished film would be, whose parts are made again with less until they keep their cap. Less is not
     * better: samples that miss the wish are not made again, and nor are those that spend no more than they may.
     */
    private Tried judged(long bitrate, double wanted, int after) {
        judge.ahead(after);
        Tried tried = judge.judge(bitrate, 1);
        double share = 1;
        for (int round = 0; round < ROUNDS && tried.isOverspent() && tried.decibels() >= wanted; round++) {
            share = CapCheck.less(share, tried.excess());
            judge.ahead(after);
            Tried again = judge.judge(bitrate, share);
            if (again.filmBitrate() >= tried.filmBitrate()) {
                return tried;
            }
            tried = again;
        }
        return tried;
    }

    private Found atCeiling(double wanted) {
        Tried tried = judged(ceiling, wanted, 0);
        return new Found(tried, tried.reaches(wanted) ? Outcome.REACHED : Outcome.CEILING);
    }

    private Found atFloor(double wanted, Found above) {
        Tried tried = judged(floor, wanted, 0);
        if (tried.reaches(wanted)) {
            return new Found(tried, Outcome.FLOOR);
        }
        return tried.decibels() >= wanted ? new Found(above.tried(), Outcome.FLOOR) : above;
    }
}
