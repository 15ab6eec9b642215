package dev.slipway.media.ffmpeg.codec;

import dev.slipway.model.media.Rational;
import java.util.HashMap;
import java.util.List;
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

    /** Options that count in bits. */
    private static final List<String> CEILINGS = List.of("maxrate", "bufsize");

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

    /**
     * The same with a share of the rate, at whatever quality that takes.
     *
     * @param share from 0 to 1; 1 changes nothing
     */
    public VideoEncoding within(double share) {
        if (share == 1) {
            return this;
        }
        Map<String, String> tighter = new HashMap<>(options);
        tighter.remove("qmax");
        for (String ceiling : CEILINGS) {
            tighter.computeIfPresent(ceiling, (name, bits) -> Long.toString(Math.round(Long.parseLong(bits) * share)));
        }
        return new VideoEncoding(encoder, width, height, rate, Math.round(bitrate * share), threads, tighter, reach);
    }

    /** All of it, the same in every process: {@link Map#copyOf} keeps no order that another process would share. */
    public String inWords() {
        return "%s %dx%d %s %d %d %s %s"
                .formatted(encoder, width, height, rate, bitrate, threads, new TreeMap<>(options), reach);
    }
}
