package dev.slipway.media.ffmpeg;

import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Owns an open decoder for one track. Not thread-safe. */
public final class Decoder implements AutoCloseable {
    /** 8192 × 8192: larger pictures are refused before memory is taken for them. */
    private static final long MAX_PIXELS = 1L << 26;

    private final AVCodecContext context;
    private final Frame frame = new Frame();
    private long damaged;

    private Decoder(AVCodecContext context) {
        this.context = context;
    }

    /** @throws FfmpegException when there is no decoder for the track or it refuses the track */
    public static Decoder open(Track track, int threads) {
        AVCodec codec = avcodec.avcodec_find_decoder(track.parameters().codec_id());
        if (codec == null) {
            throw new FfmpegException("there is no decoder for " + track.codecName());
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        Decoder decoder = new Decoder(context);
        try (Options options = new Options(Map.of("max_pixels", Long.toString(MAX_PIXELS)))) {
            FfmpegException.check(
                    avcodec.avcodec_parameters_to_context(context, track.parameters()), "copy the track's parameters");
            track.timebase().copyTo(context.pkt_timebase());
            context.thread_count(threads);
            FfmpegException.check(
                    avcodec.avcodec_open2(context, codec, options.pointer()),
                    "open the " + track.codecName() + " decoder");
            return decoder;
        } catch (FfmpegException e) {
            decoder.close();
            throw e;
        }
    }

    /**
     * Decodes one packet, or what is still inside for null. Damaged packets are counted and passed over, as players do.
     * The frame belongs to the decoder and is valid only during the call.
     */
    public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
        int sent = avcodec.avcodec_send_packet(context, packet == null ? null : packet.pointer());
        if (sent < 0 && sent != avutil.AVERROR_EOF) {
            damaged++;
        }
        int received = avcodec.avcodec_receive_frame(context, frame.pointer());
        while (received >= 0) {
            frames.accept(frame);
            frame.clear();
            received = avcodec.avcodec_receive_frame(context, frame.pointer());
        }
        if (received != avutil.AVERROR_EOF && !Natives.wantsMore(received)) {
            damaged++;
        }
    }

    /** How many packets could not be decoded. */
    public long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        frame.close();
        avcodec.avcodec_free_context(context);
    }
}
