package dev.slipway.media.plan.wish;

/**
 * How near to its source the top rung shall be.
 *
 * @param decibels XPSNR of the luma: below 30 errors catch the eye, above 42 hardly anybody finds any
 */
public record QualityWish(double decibels) {
    private static final double LOWEST = 25;
    private static final double HIGHEST = 48;

    public QualityWish {
        if (!(decibels >= LOWEST && decibels <= HIGHEST)) {
            throw new IllegalArgumentException("the quality must lie between 25 and 48 dB of XPSNR, not " + decibels
                    + "; most films want 36 to 40");
        }
    }
}
