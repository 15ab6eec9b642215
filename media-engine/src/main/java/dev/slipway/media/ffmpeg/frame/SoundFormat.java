package dev.slipway.media.ffmpeg.frame;

import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * How samples lie in memory.
 *
 * @param sampleFormat FFmpeg's constant
 * @param layout FFmpeg's name of the channel layout, such as {@code 5.1(side)}
 */
public record SoundFormat(int sampleRate, int sampleFormat, int channels, String layout) {

    /** Planar 32-bit floats in stereo, in which sound goes from filter to filter. */
    public static SoundFormat stereoFloats(int sampleRate) {
        return new SoundFormat(sampleRate, avutil.AV_SAMPLE_FMT_FLTP, 2, "stereo");
    }

    /** FFmpeg's names of the loudspeakers in the order of the channels, such as {@code FL}; {@code NONE} without one. */
    public List<String> speakers() {
        return ChannelLayouts.speakers(layout);
    }

    String sampleFormatName() {
        BytePointer name = avutil.av_get_sample_fmt_name(sampleFormat);
        return name == null ? "unknown" : name.getString();
    }
}
