package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Passes;
import dev.slipway.media.plan.VideoOutput;
import dev.slipway.model.media.Rational;
import java.util.HashMap;
import java.util.Map;

/** The settings of the picture encoders. */
public final class Encodings {
    private static final int NARROWEST_TILE = 256;
    private static final String VP9_QUALITY = "31";
    private static final Map<String, String> REALTIME =
            Map.of("deadline", "realtime", "lag-in-frames", "0", "auto-alt-ref", "0");
    private static final Map<String, String> GOOD =
            Map.of("deadline", "good", "lag-in-frames", "25", "auto-alt-ref", "1");
    /** How much of the cap each rate control is told to aim at, so that no 10 s cost more: docs/decisions/0009. */
    private static final double VARIABLE_SHARE = 0.95;

    private static final double AV1_SHARE = 0.86;
    private static final double H264_SHARE = 0.94;

    private Encodings() {}

    public static VideoEncoding of(VideoOutput output, Rational rate, int threads) {
        return switch (output.codec()) {
            case VP9 -> vp9(output, rate, threads);
            case AV1 -> av1(output, rate, threads);
            case H264 -> h264(output, rate, threads);
        };
    }

    private static VideoEncoding vp9(VideoOutput output, Rational rate, int threads) {
        Map<String, String> options = new HashMap<>(output.passes() == Passes.ONE ? REALTIME : GOOD);
        options.put("cpu-used", Integer.toString(output.speed()));
        options.put("row-mt", "1");
        options.put("tile-columns", Integer.toString(tileColumns(output.size().width())));
        options.put("crf", VP9_QUALITY);
        return new VideoEncoding(
                "libvpx-vp9",
                output.size().width(),
                output.size().height(),
                rate,
                Math.round(output.bitrate() * VARIABLE_SHARE),
                threads,
                options,
                VideoEncoding.Reach.SEGMENT);
    }

    /** Log 2 of the number of tile columns, at most four of them. */
    private static int tileColumns(int width) {
        return Math.clamp(31 - Integer.numberOfLeadingZeros(Math.max(1, width / NARROWEST_TILE)), 0, 2);
    }

    /**
     * SVT-AV1 with a constant quality under a ceiling: its VBR takes no key frames from outside. With several pictures at
     * work ({@code lp} above 1) the ceiling acts on whichever is finished first, and every run gives other bytes. The rungs
     * run side by side all the same.
     */
    private static VideoEncoding av1(VideoOutput output, Rational rate, int threads) {
        long cap = Math.round(output.bitrate() * AV1_SHARE);
        Map<String, String> options = Map.of(
                "preset", Integer.toString(output.speed()),
                "crf", "38",
                "maxrate", Long.toString(cap),
                "bufsize", Long.toString(cap * 2),
                "svtav1-params", "lp=1");
        return new VideoEncoding(
                "libsvtav1", output.size().width(), output.size().height(), rate, 0, threads, options);
    }

    private static VideoEncoding h264(VideoOutput output, Rational rate, int threads) {
        Map<String, String> options = Map.of("rc_mode", "bitrate", "allow_skip_frames", "0", "profile", "high");
        long target = Math.round(output.bitrate() * H264_SHARE);
        return new VideoEncoding(
                "libopenh264", output.size().width(), output.size().height(), rate, target, threads, options);
    }
}
