package dev.slipway.media.device;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.output.VideoOutput;
import org.jspecify.annotations.Nullable;

/**
 * How one rung, or the preview, is encoded.
 *
 * @param chunks the name of its chunks in the store: another one for each device, so that a file is never put together
 *     from the work of two encoders, also not by a run that goes on from an earlier one
 * @param substitute what takes its place when its device is lost; null where it is software already
 * @param restraint where it has to spend less than its settings say
 */
public record Rendition(
        VideoOutput output,
        VideoEncoding encoding,
        String chunks,
        @Nullable Rendition substitute,
        Restraint restraint) {

    /** One that is to be made for the first time. */
    public Rendition(VideoOutput output, VideoEncoding encoding, String chunks, @Nullable Rendition substitute) {
        this(output, encoding, chunks, substitute, Restraint.NONE);
    }

    public static Rendition inSoftware(VideoOutput output, VideoEncoding encoding) {
        return new Rendition(output, encoding, output.path(), null);
    }

    public Rendition restrained(Restraint tighter) {
        return new Rendition(output, encoding, chunks, substitute, tighter);
    }

    /** Where the store keeps a chunk of it. */
    public ChunkId chunk(int index) {
        return restraint.chunk(chunks, index);
    }

    /** For an encoder that begins with a segment. */
    public VideoEncoding encodingFrom(long segment) {
        return encoding.within(restraint.share(segment));
    }

    public boolean isOnDevice() {
        return substitute != null;
    }
}
