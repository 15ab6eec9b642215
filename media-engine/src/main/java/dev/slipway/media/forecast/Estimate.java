package dev.slipway.media.forecast;

/**
 * What a sample says of a film.
 *
 * @param fill how much of its planned rate the top rung takes, at most 1
 * @param slowness how many times as long as {@link EncoderLoad} says this machine takes
 */
record Estimate(double fill, double slowness) {
    private static final double USUAL_FILL = 0.75;

    /** Where nothing was tried. */
    static Estimate untested() {
        return new Estimate(USUAL_FILL, 1);
    }
}
