package dev.slipway.media.ffmpeg;

import dev.slipway.model.media.Rational;
import java.util.Map;

/**
 * How pictures are to be encoded: 8-bit 4:2:0, limited-range BT.709, one tick of the clock a picture, key frames only
 * where the frames ask for them.
 *
 * @param encoder FFmpeg's name, such as {@code libvpx-vp9}
 * @param bitrate bits per second
 * @param threads part of the result: VP9's realtime mode gives other bytes for another number
 * @param options the encoder's own, by FFmpeg's names
 */
public record VideoEncoding(
        String encoder, int width, int height, Rational rate, long bitrate, int threads, Map<String, String> options) {

    public VideoEncoding {
        options = Map.copyOf(options);
    }
}
