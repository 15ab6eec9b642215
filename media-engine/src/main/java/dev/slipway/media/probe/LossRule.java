package dev.slipway.media.probe;

/** How much of a film may be missing or damaged before it is no longer the film that was meant: a tenth of it. */
public final class LossRule {
    private static final double TOLERATED_SHARE = 0.1;

    /** Containers count a picture or two differently. */
    private static final long TOLERATED_PICTURES = 2;

    private LossRule() {}

    /** @param promised by the packets or their table, or the packets that were found if that is more */
    public static boolean isTooMuch(long lostPictures, long promised) {
        return lostPictures > TOLERATED_PICTURES && isTooMuch((double) lostPictures / Math.max(1, promised));
    }

    static boolean isTooMuch(double lostShare) {
        return lostShare > TOLERATED_SHARE;
    }
}
