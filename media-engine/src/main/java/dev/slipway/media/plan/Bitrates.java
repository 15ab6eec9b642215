package dev.slipway.media.plan;

import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.model.media.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Bit rates by pixels × rate: 2 Mbit/s at 1080p30 and 4.5 Mbit/s at 2160p30, and less than proportionally fewer below,
 * because small pictures have more detail in each pixel. A creator's own rate for the top rung scales all others.
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

    private final Rational rate;
    private final double scale;
    private final long floor;

    /** @param top the creator's wish for the largest rung in bits a second, or null */
    Bitrates(Size largest, Rational rate, @Nullable Long top) {
        this.rate = rate;
        this.scale = top == null ? 1 : top / unscaled(largest, rate);
        this.floor = top == null ? FLOOR : Math.min(FLOOR, top);
    }

    /** How often the usual rates are doubled by the creator's own. */
    double lift() {
        return Math.log(scale) / Math.log(2);
    }

    /** The most that a rung may spend, in bits a second. */
    long of(VideoCodec codec, Size size) {
        double planned = unscaled(size, rate) * (codec == VideoCodec.H264 ? H264_FACTOR : 1);
        return Math.max(floor, Math.round(planned * scale / 1000) * 1000);
    }

    /**
     * The same for a clip of the liveliest moment. A wish for little does not take it below what any moment can be shown
     * with: it is a few seconds long and costs next to nothing.
     */
    long ofPreview(Size size) {
        return Math.max(FLOOR, of(VideoCodec.VP9, size));
    }

    private static double unscaled(Size size, Rational rate) {
        double load = size.pixels() * rate.toDouble() / REFERENCE_PIXELS_A_SECOND;
        return Math.max(FLOOR, REFERENCE_BITRATE * Math.pow(load, load > 1 ? GROWTH_ABOVE : GROWTH_BELOW));
    }
}
