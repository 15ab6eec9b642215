package dev.slipway.media.check;

/**
 * A picture's luma, scaled down to {@value #WIDTH} × {@value #HEIGHT}, to tell whether two pictures show the same. It
 * forgives coding noise and size, not content.
 */
record Thumbprint(byte[] luma) {
    static final int WIDTH = 32;
    static final int HEIGHT = 18;

    /** Levels of 255; below it the eye sees the same picture. */
    private static final double SAME_LEVELS = 6;

    Thumbprint {
        if (luma.length != WIDTH * HEIGHT) {
            throw new IllegalArgumentException("a thumbprint has " + WIDTH * HEIGHT + " bytes, not " + luma.length);
        }
    }

    /** Of a whole picture's luma plane. */
    static Thumbprint of(byte[] plane, int width, int height) {
        return ofCell(plane, width, 0, 0, width, height);
    }

    /**
     * Averages blocks of a part of a plane.
     *
     * @param stride width of the whole plane
     */
    static Thumbprint ofCell(byte[] plane, int stride, int left, int top, int width, int height) {
        byte[] small = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int fromX = left + x * width / WIDTH;
                int toX = Math.max(fromX + 1, left + (x + 1) * width / WIDTH);
                int fromY = top + y * height / HEIGHT;
                int toY = Math.max(fromY + 1, top + (y + 1) * height / HEIGHT);
                small[y * WIDTH + x] = average(plane, stride, fromX, fromY, toX, toY);
            }
        }
        return new Thumbprint(small);
    }

    private static byte average(byte[] plane, int stride, int fromX, int fromY, int toX, int toY) {
        long sum = 0;
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                sum += Byte.toUnsignedInt(plane[y * stride + x]);
            }
        }
        return (byte) (sum / ((long) (toX - fromX) * (toY - fromY)));
    }

    /**
     * From 1 for the same picture over 0 for unrelated ones to −1 for a negative. Pearson's correlation, or 1 where the
     * pictures are equal within a few levels, since flat ones have nothing to correlate.
     */
    double likeness(Thumbprint other) {
        double mean = mean();
        double otherMean = other.mean();
        double difference = 0;
        double both = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < luma.length; i++) {
            double a = Byte.toUnsignedInt(luma[i]);
            double b = Byte.toUnsignedInt(other.luma[i]);
            difference += Math.abs(a - b);
            both += (a - mean) * (b - otherMean);
            own += (a - mean) * (a - mean);
            others += (b - otherMean) * (b - otherMean);
        }
        if (difference / luma.length <= SAME_LEVELS) {
            return 1;
        }
        return own == 0 || others == 0 ? 0 : both / Math.sqrt(own * others);
    }

    private double mean() {
        long sum = 0;
        for (byte value : luma) {
            sum += Byte.toUnsignedInt(value);
        }
        return (double) sum / luma.length;
    }
}
