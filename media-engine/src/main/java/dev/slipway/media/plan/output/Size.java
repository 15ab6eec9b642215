package dev.slipway.media.plan.output;

/** Pixels of a picture; both sides even, as 4:2:0 needs. */
public record Size(int width, int height) {
    /** What every encoder we use accepts. */
    private static final int SMALLEST = 16;

    /** The size with the given short side and the shape of {@code width : height}. */
    public static Size withShortSide(int shortSide, int width, int height) {
        double scale = (double) shortSide / Math.min(width, height);
        return new Size(even(width * scale), even(height * scale));
    }

    public static Size withWidth(int wanted, int width, int height) {
        return new Size(even(wanted), even((double) height * wanted / width));
    }

    private static int even(double pixels) {
        return Math.max(SMALLEST, 2 * (int) Math.round(pixels / 2));
    }

    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
