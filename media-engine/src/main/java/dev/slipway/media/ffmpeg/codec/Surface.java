package dev.slipway.media.ffmpeg.codec;

import org.jspecify.annotations.Nullable;

/**
 * In what memory an encoder wants its pictures.
 *
 * @param pixelFormat FFmpeg's name of how they lie there, such as {@code nv12}
 * @param deviceType FFmpeg's name of the kind of device whose memory it is, such as {@code vaapi}; null where the
 *     encoder fetches pictures from ordinary memory by itself
 */
public record Surface(String pixelFormat, @Nullable String deviceType) {
    /** What every software encoder takes and what the filters give. */
    public static final Surface ORDINARY = new Surface("yuv420p", null);

    public static Surface inMemory(String pixelFormat) {
        return new Surface(pixelFormat, null);
    }

    public static Surface onDevice(String deviceType) {
        return new Surface("nv12", deviceType);
    }
}
