package dev.slipway.media.probe.source;

import java.util.Locale;
import java.util.Optional;

/**
 * How large pictures may be. Every one of them lies in memory many times over: decoders keep up to two dozen, encoders
 * as many of each rung. The limits leave room for 8K in every shape and for screens that are read by scrolling.
 */
public final class PictureLimits {
    /** WebP, the poster's format, ends there, and so do textures on most graphics cards. */
    private static final int MOST_SIDE = 16_383;

    /** 8192 × 8192. */
    private static final long MOST_PIXELS = 1L << 26;

    /** The short side of the largest rung; the long side follows. */
    private static final double RUNG_SIDE = 2160;

    /** Two 4K screens side by side, 7680 × 2160, are just below. */
    private static final long MOST_RUNG_PIXELS = 1L << 24;

    private PictureLimits() {}

    /** What is too large about pictures that are shown in this size, in words that follow the file's name. */
    public static Optional<String> excess(int width, int height) {
        if (Math.max(width, height) > MOST_SIDE) {
            return words(width, height, "a side may have 16,383 at most");
        }
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS) {
            return words(width, height, "67 million together are the most");
        }
        double scale = Math.min(1, RUNG_SIDE / Math.min(width, height));
        if (pixels * scale * scale > MOST_RUNG_PIXELS) {
            return words(width, height, "so long a film may have 16 million together at most");
        }
        return Optional.empty();
    }

    private static Optional<String> words(int width, int height, String limit) {
        return Optional.of(String.format(
                Locale.ROOT,
                "shows pictures of %d × %d pixels, and %s: more would not fit into memory",
                width,
                height,
                limit));
    }
}
