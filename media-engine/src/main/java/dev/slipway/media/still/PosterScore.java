package dev.slipway.media.still;

import org.jspecify.annotations.Nullable;

/**
 * How good a picture is as a poster, from its luma: exposed well, rich in contrast, sharp, and at a moment when the film
 * keeps its light. Black, white, faded and blurred pictures score low, and so do those in the middle of a fade or of a
 * dissolve from one scene into another.
 */
final class PosterScore {
    private static final double GOOD_CONTRAST = 0.22;
    private static final double GOOD_SHARPNESS = 0.05;
    /** A fade of three seconds changes a third of its light in a second; scenes that live change a tenth. */
    private static final double STEADY_A_SECOND = 0.15;

    private static final double FADING_A_SECOND = 0.5;
    private static final double IN_A_FADE = 0.1;
    /** A dissolve of two seconds changes each part by a third in a second; a camera that moves may do the same. */
    private static final double CALM_A_SECOND = 0.1;

    private static final double DISSOLVING_A_SECOND = 0.35;
    /** Not so low that a dull scene which stands still is preferred to every good one that moves. */
    private static final double IN_A_DISSOLVE = 0.3;

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
        if (before == null) {
            return of(light) * UNKNOWN;
        }
        double fade = falling(light.changeFrom(before) / seconds, STEADY_A_SECOND, FADING_A_SECOND, IN_A_FADE);
        double dissolve =
                falling(light.unrestFrom(before) / seconds, CALM_A_SECOND, DISSOLVING_A_SECOND, IN_A_DISSOLVE);
        return of(light) * Math.min(fade, dissolve);
    }

    /** From 1 for what is at most {@code good} down to {@code least} from {@code bad} on. */
    private static double falling(double value, double good, double bad, double least) {
        return 1 - (1 - least) * Math.clamp((value - good) / (bad - good), 0, 1);
    }
}
