package dev.slipway.model.manifest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The protection that was applied, as the creator chose it; survival figures and the secret seed stay on the desk.
 *
 * @param epsilon the ceiling of the change to a pixel, as a share of the luma range
 * @param strength how many just-noticeable differences are spent
 * @param everyNFrames pictures from one noise field to the next; between them the two cross-fade
 */
public record Protection(double epsilon, double strength, int everyNFrames, AudioLevel audioLevel) {
    public static final double LEAST_EPSILON = 0.04;
    public static final double MOST_EPSILON = 0.20;
    public static final double LEAST_STRENGTH = 1.0;
    public static final double MOST_STRENGTH = 2.0;
    public static final int MOST_FRAMES = 30;
    public static final Protection DEFAULT = new Protection(0.12, 1.0, 10, AudioLevel.WEAK);

    public Protection {
        requireBetween("epsilon", epsilon, LEAST_EPSILON, MOST_EPSILON);
        requireBetween("the strength", strength, LEAST_STRENGTH, MOST_STRENGTH);
        if (everyNFrames < 1 || everyNFrames > MOST_FRAMES) {
            throw new IllegalArgumentException(
                    "the noise is renewed every 1 to " + MOST_FRAMES + " frames, not every " + everyNFrames);
        }
        if (isMissing(audioLevel)) {
            throw new IllegalArgumentException("the level of audio protection is missing");
        }
    }

    /** Not a number is outside, too. */
    private static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must lie between %.2f and %.2f, not %s", name, least, most, value));
        }
    }

    /** JSON may leave any member out, whatever the type says. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }
}
