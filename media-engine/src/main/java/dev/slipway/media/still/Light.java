package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a picture's luma comes to.
 *
 * @param mean from 0 for black to 1 for white
 * @param contrast the standard deviation on the same scale
 * @param detail the mean difference between neighbours in a row
 * @param cells the means of a grid of parts, row by row
 */
record Light(double mean, double contrast, double detail, List<Double> cells) {
    private static final int BLACK = 16;
    private static final double RANGE = 219;
    /** Every second row is enough to tell. */
    private static final int ROW_STEP = 2;

    private static final int GRID = 8;
    /** Less light is none to divide by. */
    private static final double LEAST = 0.02;

    Light {
        cells = List.copyOf(cells);
    }

    static Light of(Frame picture) {
        return of(picture.plane(0), picture.width(), picture.height());
    }

    static Light of(byte[] luma, int width, int height) {
        double sum = 0;
        double squares = 0;
        double edges = 0;
        long count = 0;
        double[] sums = new double[GRID * GRID];
        long[] counts = new long[GRID * GRID];
        for (int y = 0; y < height; y += ROW_STEP) {
            for (int x = 1; x < width; x++) {
                double value = level(luma[y * width + x]);
                int cell = y * GRID / height * GRID + x * GRID / width;
                sums[cell] += value;
                counts[cell]++;
                sum += value;
                squares += value * value;
                edges += Math.abs(value - level(luma[y * width + x - 1]));
                count++;
            }
        }
        double mean = sum / count;
        List<Double> cells = new ArrayList<>();
        for (int cell = 0; cell < sums.length; cell++) {
            cells.add(sums[cell] / Math.max(1, counts[cell]));
        }
        return new Light(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)), edges / count, cells);
    }

    private static double level(byte luma) {
        return ((luma & 0xff) - BLACK) / RANGE;
    }

    /**
     * How much light the film gains or loses all over, as a share of what there is: the median over the parts, so that
     * something that only moves through the picture does not count.
     */
    double changeFrom(Light before) {
        double[] changes = new double[cells.size()];
        for (int cell = 0; cell < changes.length; cell++) {
            changes[cell] = (cells.get(cell) - before.cells.get(cell)) / Math.max(cells.get(cell), LEAST);
        }
        Arrays.sort(changes);
        return Math.abs(changes[changes.length / 2]);
    }
}
