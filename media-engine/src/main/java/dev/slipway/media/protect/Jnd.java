package dev.slipway.media.protect;

/**
 * The just-noticeable difference of Chou and Li (1995), formulas 4 to 9, for limited-range luma: their grey levels from
 * 0 to 255 are 16 to 235 here. Its two terms are how much the surroundings' brightness and their texture hide. Where it is
 * dark or flat less is spent than they say: screens today show there what the paper's did not, and changes of a step or
 * two in even surfaces are what codecs drop first.
 */
final class Jnd {
    private static final float TO_FULL = 255f / 219;
    private static final int BLACK = 16;
    private static final float MIDDLE_GREY = 127;
    /** What may be spent where it is darkest, and where it is flattest. */
    private static final float DARK_SHARE = 0.2f;

    private static final float DARKEST = 16;
    private static final float BRIGHT_ENOUGH = 96;
    private static final float FLAT_SHARE = 0.1f;
    private static final float FLATTEST = 3;
    private static final float ROUGH_ENOUGH = 10;
    private static final int STEPS_A_LEVEL = 4;
    private static final float[] BY_BRIGHTNESS = new float[256 * STEPS_A_LEVEL + 1];

    static {
        for (int i = 0; i < BY_BRIGHTNESS.length; i++) {
            BY_BRIGHTNESS[i] = byBrightness((float) i / STEPS_A_LEVEL);
        }
    }

    private Jnd() {}

    /**
     * @param background mean brightness of the surroundings, in parts as {@link Neighbourhood} counts them
     * @param gradient their texture, likewise
     * @return how many steps of luma a change may have
     */
    static float of(int background, int gradient) {
        float luma = (float) background / Neighbourhood.BACKGROUND_PARTS;
        float grey = Math.clamp((luma - BLACK) * TO_FULL, 0f, 255f);
        float slope = TO_FULL * gradient / Neighbourhood.GRADIENT_PARTS;
        float byTexture = slope * (grey * 0.0001f + 0.115f) + 0.5f - grey * 0.01f;
        float byBrightness = BY_BRIGHTNESS[(int) (grey * STEPS_A_LEVEL + 0.5f)];
        float flatness = between(FLAT_SHARE, slope, FLATTEST, ROUGH_ENOUGH);
        float darkness = between(DARK_SHARE, grey, DARKEST, BRIGHT_ENOUGH);
        return Math.max(byTexture, byBrightness) * flatness * darkness / TO_FULL;
    }

    private static float byBrightness(float grey) {
        return grey <= MIDDLE_GREY
                ? 17 * (1 - (float) StrictMath.sqrt(grey / MIDDLE_GREY)) + 3
                : 3 * (grey - MIDDLE_GREY) / 128 + 3;
    }

    /** From {@code share} at {@code least} up to 1 at {@code most}. */
    private static float between(float share, float value, float least, float most) {
        return share + (1 - share) * Math.clamp((value - least) / (most - least), 0f, 1f);
    }
}
