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
    private final int[] upper;
    private final int[] lower;
    private int expanded;
    private boolean fresh = true;

    JndMask(int width, int height, double rate, double strength) {
        this.width = width;
        this.height = height;
        this.step = Math.max(LEAST_STEP, STEP_AT_1080 * Math.min(width, height) / 1080);
        this.columns = (width + step - 1) / step + 1;
        this.rows = (height + step - 1) / step + 1;
        this.background = new int[rows][columns];
        this.texture = new TextureMedian(columns, rows);
        this.threshold = new float[rows][columns];
        this.strength = (float) (strength * (1 << UNIT_BITS));
        this.fall = (float) -StrictMath.expm1(-1 / (rate * FALL_SECONDS));
        this.rise = (float) -StrictMath.expm1(-1 / (rate * RISE_SECONDS));
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
        }
        fresh = false;
        expanded = -1;
    }

    private void follow(int[] backgrounds, int[] gradients, float[] thresholds) {
        for (int column = 0; column < columns; column++) {
            float now = Jnd.of(backgrounds[column], gradients[column]);
            float before = thresholds[column];
            float share = fresh ? 1 : now < before ? fall : rise;
            thresholds[column] = before + share * (now - before);
        }
    }

    /** Writes row {@code y} of the thresholds in steps of limited-range luma, with {@link #UNIT_BITS} behind the point. */
    void row(int y, int[] thresholds) {
        int row = y / step;
        if (row != expanded) {
            expand(threshold[row], upper);
            expand(threshold[row + 1], lower);
            expanded = row;
        }
        int share = ((y % step) << UNIT_BITS) / step;
        for (int x = 0; x < thresholds.length; x++) {
            thresholds[x] = upper[x] + (((lower[x] - upper[x]) * share) >> UNIT_BITS);
        }
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
