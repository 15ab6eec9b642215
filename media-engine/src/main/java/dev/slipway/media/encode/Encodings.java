package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.VideoEncoding;
import dev.slipway.media.plan.VideoOutput;
import dev.slipway.model.media.Rational;
import java.util.Map;

/** The settings of the picture encoders. */
public final class Encodings {
    private static final int NARROWEST_TILE = 256;

    private Encodings() {}

    public static VideoEncoding of(VideoOutput output, Rational rate, int threads) {
        return switch (output.codec()) {
            case VP9 -> vp9(output, rate, threads);
            case AV1 -> av1(output, rate, threads);
            case H264 -> h264(output, rate, threads);
        };
    }

    /**
     * libvpx in realtime mode without look-ahead. A constant quality with the bit rate as its ceiling keeps to that
     * ceiling on busy pictures, where one-pass VBR was measured to spend nearly twice its target.
     */
    private static VideoEncoding vp9(VideoOutput output, Rational rate, int threads) {
        Map<String, String> options = Map.of(
                "deadline", "realtime",
                "cpu-used", Integer.toString(output.speed()),
                "row-mt", "1",
                "tile-columns", Integer.toString(tileColumns(output.size().width())),
                "lag-in-frames", "0",
                "auto-alt-ref", "0",
                "crf", "31");
        return new VideoEncoding(
                "libvpx-vp9", output.size().width(), output.size().height(), rate, output.bitrate(), threads, options);
    }

    /** Log 2 of the number of tile columns, at most four of them. */
    private static int tileColumns(int width) {
        return Math.clamp(31 - Integer.numberOfLeadingZeros(Math.max(1, width / NARROWEST_TILE)), 0, 2);
    }

    /**
     * SVT-AV1 with a constant quality under a ceiling: its VBR takes no key frames from outside. The number of threads
     * is fixed because it is part of what comes out.
     */
    private static VideoEncoding av1(VideoOutput output, Rational rate, int threads) {
        Map<String, String> options = Map.of(
                "preset", Integer.toString(output.speed()),
                "crf", "38",
                "maxrate", Long.toString(output.bitrate()),
                "bufsize", Long.toString(output.bitrate() * 2),
                "svtav1-params", "lp=" + threads);
        return new VideoEncoding(
                "libsvtav1", output.size().width(), output.size().height(), rate, 0, threads, options);
    }

    private static VideoEncoding h264(VideoOutput output, Rational rate, int threads) {
        Map<String, String> options = Map.of("rc_mode", "bitrate", "allow_skip_frames", "0", "profile", "high");
        return new VideoEncoding(
                "libopenh264", output.size().width(), output.size().height(), rate, output.bitrate(), threads, options);
    }
}
