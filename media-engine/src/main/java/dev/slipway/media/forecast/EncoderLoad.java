package dev.slipway.media.forecast;

import dev.slipway.media.plan.output.VideoOutput;

/**
 * What encoders take for each pixel, as measured at 1080p on an x86-64 core of 2024. A sample corrects the speeds for the
 * machine at hand; memory is the same everywhere.
 */
final class EncoderLoad {
    private static final double PIXELS_1080P = 1920 * 1080;

    private EncoderLoad() {}

    /** Pixels that one core encodes in a second. */
    static double pixelsASecond(VideoOutput output) {
        return PIXELS_1080P
                * switch (output.codec()) {
                    case VP9 -> vp9(output.speed());
                    case AV1 -> output.speed() >= 10 ? 29 : 10;
                    case H264 -> 45;
                };
    }

    private static double vp9(int speed) {
        return switch (speed) {
            case 8 -> 52;
            case 7 -> 44;
            case 6 -> 38;
            case 5 -> 24;
            default -> 6;
        };
    }

    /** Bytes that the encoder keeps for each pixel of its picture: references, look-ahead, threads. */
    static double bytesAPixel(VideoOutput output) {
        return switch (output.codec()) {
            case VP9 -> output.speed() >= 5 ? 60 : 280;
            case AV1 -> 240;
            case H264 -> 40;
        };
    }
}
