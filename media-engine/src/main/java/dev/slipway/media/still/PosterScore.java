package dev.slipway.media.still;

import org.jspecify.annotations.Nullable;

/**
 * How good a picture is as a poster, from its luma: exposed well, rich in contrast, sharp, and at a moment when the film
 * keeps its light. Black, white, faded and blurred pictures score low, and so do those in the middle of a fade.
 */
final class PosterScore {
    private static final double GOOD_CONTRAST = 0.22;
    private static final double GOOD_SHARPNESS = 0.05;
    /** A fade of three seconds changes a third of its light in a second; scenes that live change a tenth. */
    private static final double STEADY_A_SECOND = 0.15;

    private static final double FADING_A_SECOND = 0.5;
    private static final double IN_A_FADE = 0.1;
    /** Nobody knows of a picture that begins a part of the film whether it fades. */
    private static final double UNKNOWN = 0.6;

    private PosterScore() {}

    /** From 0 to 1, of the picture alone. */
    static double of(Light light) {
        double exposure = 1 - Math.abs(light.mean() - 0.5) * 2;
        return Math.sqrt(Math.max(0, exposure))
                * Math.min(1, light.contrast() / GOOD_CONTRAST)
                * Math.min(1, light.detail() / GOOD_SHARPNESS);
    }

    /**
     * From 0 to 1.
     *
     * @param before the light some time earlier, or null where that is not known
     * @param seconds how much earlier
     */
    static double of(Light light, @Nullable Light before, double seconds) {
        return of(light) * (before == null ? UNKNOWN : steadiness(light.changeFrom(before) / seconds));
    }

    private static double steadiness(double changeASecond) {
        double part = (changeASecond - STEADY_A_SECOND) / (FADING_A_SECOND - STEADY_A_SECOND);
        return 1 - (1 - IN_A_FADE) * Math.clamp(part, 0, 1);
    }
}
