package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open decoder for pictures, in software or on a device. Not thread-safe. */
public interface PictureDecoder extends AutoCloseable {

    /**
     * Decodes one packet, or what is still inside for null. The frame lies in ordinary memory, belongs to the decoder
     * and is valid only during the call.
     *
     * @throws FfmpegException when a device fails; what software cannot decode is counted and passed over
     */
    void decode(@Nullable Packet packet, Consumer<Frame> frames);

    /** Hears of every packet that is decoded a second time within one call, which may take minutes. */
    default void onReplay(Runnable tick) {}

    /** How many packets could not be decoded. */
    long damaged();

    /** How many of these hold pictures that are much larger than the first ones, for which no memory was reckoned. */
    long oversized();

    @Override
    void close();

    /** Opens decoders for tracks. */
    @FunctionalInterface
    interface Factory {
        /** @throws FfmpegException when there is no decoder for the track here or it refuses the track */
        PictureDecoder open(Track track, int threads);
    }
}
