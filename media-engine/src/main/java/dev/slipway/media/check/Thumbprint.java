package dev.slipway.media.check;

/**
 * A picture scaled down to {@value #WIDTH} × {@value #HEIGHT} of luma and half as much of colour, to tell whether two
 * pictures show the same. It forgives coding noise and size, not content.
 */
final class Thumbprint {
    static final int WIDTH = 32;
    static final int HEIGHT = 18;

    /** Levels of 255; below it the eye sees the same picture. */
    private static final double SAME_LEVELS = 6;

    /** The value of no colour in both chroma planes. */
    private static final double NEUTRAL = 128;

    private final Levels luma;
    private final Levels colour;

    /** @param colour both chroma planes, one after the other */
    Thumbprint(byte[] luma, byte[] colour) {
        if (luma.length != WIDTH * HEIGHT || colour.length != luma.length / 2) {
            throw new IllegalArgumentException("a thumbprint of " + luma.length + " and " + colour.length + " bytes");
        }
        this.luma = Levels.around(mean(luma), luma);
        this.colour = Levels.around(NEUTRAL, colour);
    }

    /**
     * From 1 for the same picture over 0 for unrelated ones to −1 for a negative: the lesser of what luma and colour
     * say.
     */
    double likeness(Thumbprint other) {
        return Math.min(luma.likeness(other.luma), colour.likeness(other.colour));
    }

    private static double mean(byte[] values) {
        long sum = 0;
        for (byte value : values) {
            sum += Byte.toUnsignedInt(value);
        }
        return (double) sum / values.length;
    }

    /**
     * @param middle from which deviations count
     * @param spread root of the sum of their squares
     */
    private record Levels(byte[] values, double middle, double sum, double spread) {

        static Levels around(double middle, byte[] values) {
            double squares = 0;
            for (byte value : values) {
                double deviation = Byte.toUnsignedInt(value) - middle;
                squares += deviation * deviation;
            }
            return new Levels(values, middle, mean(values) * values.length, Math.sqrt(squares));
        }

        /**
         * Pearson's correlation, about neutral grey for colour; or 1 where the levels are equal within a few, since
         * flat pictures have nothing to correlate.
         */
        double likeness(Levels other) {
            int difference = 0;
            int products = 0;
            for (int i = 0; i < values.length; i++) {
                int a = values[i] & 0xff;
                int b = other.values[i] & 0xff;
                difference += Math.abs(a - b);
                products += a * b;
            }
            if (difference <= SAME_LEVELS * values.length) {
                return 1;
            }
            double both = products - middle * other.sum - other.middle * sum + values.length * middle * other.middle;
            return spread == 0 || other.spread == 0 ? 0 : both / (spread * other.spread);
        }
    }
}
