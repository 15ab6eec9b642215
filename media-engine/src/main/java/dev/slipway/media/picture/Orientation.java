package dev.slipway.media.picture;

import java.util.List;

/**
 * Which way up a picture is shown: mirrored left to right or not, then turned clockwise. These eight are all that keep
 * the pixel grid; a slanted matrix counts as the nearest of them.
 */
public enum Orientation {
    UPRIGHT(0, false, List.of()),
    MIRRORED(0, true, List.of("hflip")),
    CLOCKWISE(90, false, List.of("transpose=clock")),
    MIRRORED_CLOCKWISE(90, true, List.of("transpose=clock_flip")),
    UPSIDE_DOWN(180, false, List.of("hflip", "vflip")),
    MIRRORED_UPSIDE_DOWN(180, true, List.of("vflip")),
    COUNTERCLOCKWISE(270, false, List.of("transpose=cclock")),
    MIRRORED_COUNTERCLOCKWISE(270, true, List.of("transpose=cclock_flip"));

    private final int rotation;
    private final boolean mirrored;
    private final List<String> filters;

    Orientation(int rotation, boolean mirrored, List<String> filters) {
        this.rotation = rotation;
        this.mirrored = mirrored;
        this.filters = filters;
    }

    /**
     * Of a display matrix (ISO/IEC 14496-12, section 6.2.2), which shows the coded point (x, y) at (a·x + c·y, b·x + d·y)
     * with y pointing down.
     */
    public static Orientation of(int a, int b, int c, int d) {
        boolean swapped = Math.abs((long) b) + Math.abs((long) c) > Math.abs((long) a) + Math.abs((long) d);
        if (swapped) {
            return c < 0
                    ? (b < 0 ? MIRRORED_CLOCKWISE : CLOCKWISE)
                    : (b < 0 ? COUNTERCLOCKWISE : MIRRORED_COUNTERCLOCKWISE);
        }
        return a < 0 ? (d < 0 ? UPSIDE_DOWN : MIRRORED) : (d < 0 ? MIRRORED_UPSIDE_DOWN : UPRIGHT);
    }

    /** Clockwise degrees: 0, 90, 180 or 270. */
    public int rotation() {
        return rotation;
    }

    public boolean isMirrored() {
        return mirrored;
    }

    /** The coded width becomes the shown height. */
    public boolean swapsSides() {
        return rotation % 180 != 0;
    }

    /** FFmpeg's filters that bring a coded picture into this orientation, none for most. */
    public List<String> filters() {
        return filters;
    }
}
