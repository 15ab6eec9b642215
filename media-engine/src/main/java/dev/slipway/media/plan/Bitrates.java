package dev.slipway.media.plan;

import dev.slipway.model.media.Rational;

/**
 * Bit rates by pixels × rate: 2 Mbit/s at 1080p30 and 4.5 Mbit/s at 2160p30, and less than proportionally fewer below,
 * because small pictures have more detail in each pixel.
 */
final class Bitrates {
    private static final double REFERENCE_PIXELS_A_SECOND = 1920.0 * 1080 * 30;
    private static final double REFERENCE_BITRATE = 2_000_000;
    /** log(4.5 / 2) / log(4): from 1080p to 2160p. */
    private static final double GROWTH_ABOVE = 0.585;

    private static final double GROWTH_BELOW = 0.75;
    private static final long FLOOR = 120_000;
    /** openh264 needs so much more for the same picture. */
    private static final double H264_FACTOR = 1.6;

    private Bitrates() {}

    static long vp9(Size size, Rational rate) {
        double load = size.pixels() * rate.toDouble() / REFERENCE_PIXELS_A_SECOND;
        double growth = Math.pow(load, load > 1 ? GROWTH_ABOVE : GROWTH_BELOW);
        return Math.max(FLOOR, rounded(REFERENCE_BITRATE * growth));
    }

    static long h264(Size size, Rational rate) {
        return rounded(vp9(size, rate) * H264_FACTOR);
    }

    private static long rounded(double bitrate) {
        return Math.round(bitrate / 1000) * 1000;
    }
}
