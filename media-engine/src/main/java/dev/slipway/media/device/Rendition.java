package dev.slipway.media.device;

import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.VideoOutput;
import org.jspecify.annotations.Nullable;

/**
 * How one rung, or the preview, is encoded.
 *
 * @param chunks the name of its chunks in the store: another one for each device, so that a file is never put together
 *     from the work of two encoders, also not by a run that goes on from an earlier one
 * @param substitute what takes its place when its device is lost; null where it is software already
 */
public record Rendition(
        VideoOutput output,
        VideoEncoding encoding,
        String chunks,
        @Nullable Rendition substitute) {

    public static Rendition inSoftware(VideoOutput output, VideoEncoding encoding) {
        return new Rendition(output, encoding, output.path(), null);
    }

    public boolean isOnDevice() {
        return substitute != null;
    }
}
