package dev.slipway.media.ffmpeg.codec;

import dev.slipway.model.media.Rational;
import java.util.Map;
import java.util.TreeMap;

/**
 * How pictures are to be encoded: 8-bit 4:2:0, limited-range BT.709, one tick of the clock a picture, key frames only
 * where the frames ask for them.
 *
 * @param encoder FFmpeg's name, such as {@code libvpx-vp9}
 * @param bitrate bits per second
 * @param threads part of the result: VP9's realtime mode gives other bytes for another number
 * @param options the encoder's own, by FFmpeg's names
 * @param reach where one encoder ends and a fresh one begins
 */
public record VideoEncoding(
        String encoder,
        int width,
        int height,
        Rational rate,
        long bitrate,
        int threads,
        Map<String, String> options,
        Reach reach) {

    /** How far one encoder goes. */
    public enum Reach {
        /** A chunk of several segments. */
        CHUNK,
        /** One segment, so that its rate control cannot spend there what it saved before. */
        SEGMENT
    }

    public VideoEncoding {
        options = Map.copyOf(options);
    }

    public VideoEncoding(
            String encoder,
            int width,
            int height,
            Rational rate,
            long bitrate,
            int threads,
            Map<String, String> options) {
        this(encoder, width, height, rate, bitrate, threads, options, Reach.CHUNK);
    }

    /** All of it, the same in every process: {@link Map#copyOf} keeps no order that another process would share. */
    public String inWords() {
        return "%s %dx%d %s %d %d %s %s"
                .formatted(encoder, width, height, rate, bitrate, threads, new TreeMap<>(options), reach);
    }
}
