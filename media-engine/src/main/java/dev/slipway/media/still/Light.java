package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.frame.Frame;

/**
 * What a picture's luma comes to.
 *
 * @param mean from 0 for black to 1 for white
 * @param contrast the standard deviation on the same scale
 * @param detail the mean difference between neighbours in a row
 */
record Light(double mean, double contrast, double detail) {
    private static final int BLACK = 16;
    private static final double RANGE = 219;
    /** Every second row is enough to tell. */
    private static final int ROW_STEP = 2;

    /** Less is no change worth dividing by. */
    private static final double LEAST = 0.02;

    static Light of(Frame picture) {
        return of(picture.plane(0), picture.width(), picture.height());
    }

    static Light of(byte[] luma, int width, int height) {
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
        return new Light(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)), edges / count);
    }

    private static double level(byte luma) {
        return ((luma & 0xff) - BLACK) / RANGE;
    }

    /** How much of its light or contrast the film gains or loses, as a share of what there is. */
    double changeFrom(Light before) {
        return Math.max(
                Math.abs(mean - before.mean) / Math.max(mean, LEAST),
                Math.abs(contrast - before.contrast) / Math.max(contrast, LEAST));
    }
}
