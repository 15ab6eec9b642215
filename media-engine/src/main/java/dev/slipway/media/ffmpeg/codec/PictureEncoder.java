package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open encoder for pictures, in software or on a device. Not thread-safe. */
public interface PictureEncoder extends AutoCloseable {

    /**
     * Encodes one frame, or what is still inside for null. The packet is valid only during the call.
     *
     * @throws FfmpegException when it fails, a device's also for reasons that have nothing to do with the frame
     */
    void encode(@Nullable Frame frame, Consumer<Packet> packets);

    /** What a file's header says of the track, to be closed by the caller. */
    TrackTemplate template();

    @Override
    void close();

    /** Opens encoders by their settings. */
    @FunctionalInterface
    interface Factory {
        /** @throws FfmpegException when there is no such encoder here or it refuses the settings */
        PictureEncoder open(VideoEncoding encoding);
    }
}
