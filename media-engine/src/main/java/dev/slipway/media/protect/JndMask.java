package dev.slipway.media.protect;

/**
 * How much luma may change unseen, after Chou and Li, "A Perceptually Tuned Subband Image Coder Based on the Measure of
 * Just-Noticeable-Distortion Profile" (1995), times the strength. It is taken at the points of a grid from the full
 * picture's 5 × 5 neighbourhoods, two points to a period of the noise. Three things are added: a lone edge does not count
 * as texture (the median of 3 × 3 points); dark and flat areas are damped (see {@link Jnd}); and it follows the picture
 * slowly, faster down than up, so that it does not flicker. Used by one thread.
 */
final class JndMask {
    static final int UNIT_BITS = 8;

    /** Half a step: below it every change is rounded to none. */
    private static final float LEAST = 1 << (UNIT_BITS - 1);

    private static final int LEAST_STEP = 4;
    private static final int STEP_AT_1080 = 12;
    private static final int REACH = 2;
    private static final double FALL_SECONDS = 0.05;
    private static final double RISE_SECONDS = 0.2;

    private final int width;
    private final int height;
    private final int step;
    private final int columns;
    private final int rows;
    private final int[][] background;
    private final TextureMedian texture;
    private final float[][] threshold;
    private final float strength;
    private final float fall;
    private final float rise;
    private int[] upper;
    private int[] lower;
    /** For each row of points the first and the last that let a pixel change; the first lies behind the last where none does. */
    private final int[] firstLoud;

    private final int[] lastLoud;
    private int expanded;
    private boolean fresh = true;

    JndMask(int width, int height, double rate, double strength) {
        this.width = width;
        this.height = height;
        this.step = Math.max(LEAST_STEP, Math.round(STEP_AT_1080 * Math.min(width, height) / 1080f));
        this.columns = (width + step - 1) / step + 1;
        this.rows = (height + step - 1) / step + 1;
        this.background = new int[rows][columns];
        this.texture = new TextureMedian(columns, rows);
        this.threshold = new float[rows][columns];
        this.strength = (float) (strength * (1 << UNIT_BITS));
        this.fall = (float) -StrictMath.expm1(-1 / (rate * FALL_SECONDS));
        this.rise = (float) -StrictMath.expm1(-1 / (rate * RISE_SECONDS));
        this.firstLoud = new int[rows];
        this.lastLoud = new int[rows];
        this.upper = new int[width];
        this.lower = new int[width];
    }

    /** Forgets the pictures before. */
    void restart() {
        fresh = true;
    }

    /** Takes the next picture in. */
    void picture(byte[] luma) {
        for (int row = 0; row < rows; row++) {
            int y = Math.clamp((long) row * step, REACH, height - 1 - REACH);
            int[] gradients = texture.row(row);
            for (int column = 0; column < columns; column++) {
                int x = Math.clamp((long) column * step, REACH, width - 1 - REACH);
                background[row][column] = Neighbourhood.background(luma, y * width + x, width);
                gradients[column] = Neighbourhood.gradient(luma, y * width + x, width);
            }
        }
        for (int row = 0; row < rows; row++) {
            follow(background[row], texture.median(row), threshold[row]);
            listen(row);
        }
        fresh = false;
        expanded = -1;
    }

    private void listen(int row) {
        float[] points = threshold[row];
        int first = 0;
        while (first < columns && strength * points[first] < LEAST) {
            first++;
        }
        int last = columns - 1;
        while (last > first && strength * points[last] < LEAST) {
            last--;
        }
        firstLoud[row] = first;
        lastLoud[row] = first == columns ? -1 : last;
    }

    /** The first pixel of row {@code y} that may change; the row's width where none may. */
    int from(int y) {
        int row = y / step;
        return Math.clamp((long) (Math.min(firstLoud[row], firstLoud[row + 1]) - 1) * step, 0, width);
    }

    /** The pixel after the last one of row {@code y} that may change, 0 where none may. */
    int until(int y) {
        int row = y / step;
        int last = Math.max(lastLoud[row], lastLoud[row + 1]);
        return last < 0 ? 0 : Math.min(width, (last + 1) * step);
    }

    private void follow(int[] backgrounds, int[] gradients, float[] thresholds) {
        for (int column = 0; column < columns; column++) {
            float now = Jnd.of(backgrounds[column], gradients[column]);
            float before = thresholds[column];
            float share = fresh ? 1 : now < before ? fall : rise;
            thresholds[column] = before + share * (now - before);
        }
    }

    /**
     * Writes a part of row {@code y} of the thresholds in steps of limited-range luma, with {@link #UNIT_BITS} behind the
     * point.
     */
    void row(int y, int[] thresholds, int from, int until) {
        int row = y / step;
        if (row != expanded) {
            reach(row);
        }
        int share = ((y % step) << UNIT_BITS) / step;
        for (int x = from; x < until; x++) {
            thresholds[x] = upper[x] + (((lower[x] - upper[x]) * share) >> UNIT_BITS);
        }
    }

    /** Rows come one after the other: what was the lower line of points is the next one's upper. */
    private void reach(int row) {
        if (row == expanded + 1 && expanded >= 0) {
            int[] free = upper;
            upper = lower;
            lower = free;
        } else {
            expand(threshold[row], upper);
        }
        expand(threshold[row + 1], lower);
        expanded = row;
    }

    private void expand(float[] points, int[] line) {
        for (int column = 0; column < columns - 1; column++) {
            float start = strength * points[column];
            float slope = (strength * points[column + 1] - start) / step;
            int x = column * step;
            int end = Math.min(step, width - x);
            for (int i = 0; i < end; i++) {
                line[x + i] = (int) (start + slope * i);
            }
        }
    }
}
