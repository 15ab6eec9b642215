package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.Passes;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.model.media.Rational;
import java.util.HashMap;
import java.util.Map;

/** The settings of the picture encoders. */
public final class Encodings {
    private static final int NARROWEST_TILE = 256;
    /** Constant qualities, from 0 for the best to 63. */
    private static final int VP9_QUALITY = 31;

    private static final int VP9_BEST = 1;

    private static final int AV1_QUALITY = 38;
    /** Below it SVT-AV1 loses its cap: 1.24 times the cap was seen with 1. */
    private static final int AV1_BEST = 4;

    private static final int WORST_QUALITY = 63;
    /** So many doublings of the rate lead from the usual quality to the best. */
    private static final double DOUBLINGS_TO_BEST = 4;
    /** Keeps the cap on busy pictures. */
    private static final int LEAST_ROOM = 20;

    private static final Map<String, String> REALTIME =
            Map.of("deadline", "realtime", "lag-in-frames", "0", "auto-alt-ref", "0");
    private static final Map<String, String> GOOD =
            Map.of("deadline", "good", "lag-in-frames", "25", "auto-alt-ref", "1");
    /** How much of the cap each rate control is told to aim at, so that no 10 s cost more: docs/decisions/0009. */
    private static final double VARIABLE_SHARE = 0.95;

    /** At rates that are little for the pictures' size, as a wish may find them. */
    private static final double WISHED_SHARE = 0.88;

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
        options.putAll(vp9Quality(quality(VP9_QUALITY, VP9_BEST, output)));
        return new VideoEncoding(
                "libvpx-vp9",
                output.size().width(),
                output.size().height(),
                rate,
                Math.round(output.bitrate() * (output.lift() == 0 ? VARIABLE_SHARE : WISHED_SHARE)),
                threads,
                options,
                VideoEncoding.Reach.SEGMENT);
    }

    /**
     * libvpx begins in the middle of the range that it is given, and needs more pictures than a segment of a slow film has
     * to get elsewhere: the range is put around the quality that is meant.
     */
    private static Map<String, String> vp9Quality(int quality) {
        int best = Math.max(0, 2 * quality - WORST_QUALITY);
        int worst = Math.min(WORST_QUALITY, quality + Math.max(quality, LEAST_ROOM));
        return quality == VP9_QUALITY
                ? Map.of("crf", Integer.toString(quality))
                : Map.of(
                        "crf", Integer.toString(quality),
                        "qmin", Integer.toString(best),
                        "qmax", Integer.toString(worst));
    }

    private static int quality(int usual, int best, VideoOutput output) {
        long moved = Math.round(usual * (1 - output.lift() / DOUBLINGS_TO_BEST));
        return Math.toIntExact(Math.clamp(moved, best, WORST_QUALITY));
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
                "crf", Integer.toString(quality(AV1_QUALITY, AV1_BEST, output)),
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
