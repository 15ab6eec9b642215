package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

    /** In whole numbers: this runs on every other picture of a film. */
    static Light of(byte[] luma, int width, int height) {
        long squares = 0;
        long edges = 0;
        long[] sums = new long[GRID * GRID];
        long[] counts = new long[GRID * GRID];
        for (int y = 0; y < height; y += ROW_STEP) {
            for (int column = 0; column < GRID; column++) {
                int from = Math.max(1, Math.ceilDiv(column * width, GRID));
                int until = Math.ceilDiv((column + 1) * width, GRID);
                long sum = 0;
                for (int at = y * width + from; at < y * width + until; at++) {
                    int level = (luma[at] & 0xff) - BLACK;
                    sum += level;
                    squares += level * level;
                    edges += Math.abs((luma[at] & 0xff) - (luma[at - 1] & 0xff));
                }
                int cell = y * GRID / height * GRID + column;
                sums[cell] += sum;
                counts[cell] += Math.max(0, until - from);
            }
        }
        double count = Math.max(1, LongStream.of(counts).sum());
        double mean = LongStream.of(sums).sum() / count / RANGE;
        double contrast = Math.sqrt(Math.max(0, squares / count / (RANGE * RANGE) - mean * mean));
        List<Double> cells = new ArrayList<>();
        for (int cell = 0; cell < sums.length; cell++) {
            cells.add(sums[cell] / RANGE / Math.max(1, counts[cell]));
        }
        return new Light(mean, contrast, edges / count / RANGE, cells);
    }

    /**
     * How much light the film gains or loses all over, as a share of what there is: the median over the parts, so that
     * something that only moves through the picture does not count.
     */
    double changeFrom(Light before) {
        return Math.abs(median(changes(before)));
    }

    /**
     * How much the parts change each for itself, some to the lighter and some to the darker: two scenes that dissolve
     * into each other may have the same light in all.
     */
    double unrestFrom(Light before) {
        return median(changes(before).map(Math::abs));
    }

    private DoubleStream changes(Light before) {
        return IntStream.range(0, cells.size())
                .mapToDouble(cell -> (cells.get(cell) - before.cells.get(cell)) / Math.max(cells.get(cell), LEAST));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
