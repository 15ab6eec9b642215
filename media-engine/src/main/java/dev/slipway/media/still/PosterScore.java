package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.frame.Frame;

/**
 * How good a picture is as a poster, from its luma: exposed well, rich in contrast, sharp. Black, white, faded and
 * blurred pictures score low.
 */
final class PosterScore {
    private static final int BLACK = 16;
    private static final double RANGE = 219;
    private static final double GOOD_CONTRAST = 0.22;
    private static final double GOOD_SHARPNESS = 0.05;
    /** Every second row is enough to tell. */
    private static final int ROW_STEP = 2;

    private PosterScore() {}

    /** From 0 to 1. */
    static double of(Frame picture) {
        return of(picture.plane(0), picture.width(), picture.height());
    }

    static double of(byte[] luma, int width, int height) {
        double sum = 0;
        double squares = 0;
        double edges = 0;
        long count = 0;
        for (int y = 0; y < height; y += ROW_STEP) {
            for (int x = 1; x < width; x++) {
                double value = level(luma[y * width + x]);
                sum += value;
                squares += value * value;
                edges += Math.abs(value - level(luma[y * width + x - 1]));
                count++;
            }
        }
        double mean = sum / count;
        double contrast = Math.sqrt(Math.max(0, squares / count - mean * mean));
        double exposure = 1 - Math.abs(mean - 0.5) * 2;
        return Math.sqrt(Math.max(0, exposure))
                * Math.min(1, contrast / GOOD_CONTRAST)
                * Math.min(1, edges / count / GOOD_SHARPNESS);
    }

    private static double level(byte luma) {
        return ((luma & 0xff) - BLACK) / RANGE;
    }
}
