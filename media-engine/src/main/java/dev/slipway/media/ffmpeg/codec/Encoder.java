package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import dev.slipway.media.ffmpeg.Options;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Muxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.scheduling.RealTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Owns an open encoder. Parameter sets such as SPS and PPS go beside the stream, not into it. Not thread-safe, though
 * the codec may use threads of its own.
 */
public final class Encoder implements PictureEncoder {
    /** {@link RealTime#keepOutOf} tells how. */
    private static final String TAKES_THE_MACHINE = "libsvtav1";

    /**
     * Held while an encoder of SVT-AV1 opens or closes. It keeps what it knows of the processors once for all encoders of a
     * process: one that closes frees that, also while another one opens and writes there (SIGSEGV, SVT-AV1 3.1.2).
     */
    private static final Object ALONE = new Object();

    /** Larger than any chunk, and equal minimum and maximum: libvpx then never sets a key frame by itself. */
    private static final int NO_KEY_FRAMES = 1 << 20;

    private final AVCodec codec;
    private final AVCodecContext context;
    private final Packet packet = new Packet();
    private @Nullable SurfaceFeed feed;
    /** Read by the codec while it opens; FFmpeg leaves freeing it to whoever set it. */
    private @Nullable BytePointer statisticsIn;

    private int width;
    private int height;

    private Encoder(String name) {
        Natives.load();
        codec = avcodec.avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new FfmpegException("this build has no encoder " + name);
        }
        context = avcodec.avcodec_alloc_context3(codec);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER | avcodec.AV_CODEC_FLAG_CLOSED_GOP);
    }

    public static Encoder forPictures(VideoEncoding encoding) {
        return describing(encoding).open(encoding.options());
    }

    /** The first of two passes: it gives no packets and, once it is drained, {@link #statistics()}. */
    public static Encoder forFirstPass(VideoEncoding encoding) {
        Encoder encoder = describing(encoding);
        encoder.context.flags(encoder.context.flags() | avcodec.AV_CODEC_FLAG_PASS1);
        return encoder.open(encoding.options());
    }

    /** @param statistics of a first pass over the very same pictures */
    public static Encoder forSecondPass(VideoEncoding encoding, byte[] statistics) {
        Encoder encoder = describing(encoding);
        encoder.context.flags(encoder.context.flags() | avcodec.AV_CODEC_FLAG_PASS2);
        BytePointer text = new BytePointer(statistics.length + 1L);
        text.put(statistics, 0, statistics.length).put(statistics.length, (byte) 0);
        encoder.statisticsIn = text;
        encoder.context.stats_in(text);
        return encoder.open(encoding.options());
    }

    /** An encoder that takes ordinary pictures to where a device wants them. */
    public static Encoder onDevice(VideoEncoding encoding, Surface surface) {
        Encoder encoder = describing(encoding);
        try {
            encoder.feed = new SurfaceFeed(surface, encoding.width(), encoding.height());
            encoder.feed.configure(encoder.context);
        } catch (FfmpegException e) {
            encoder.close();
            throw e;
        }
        return encoder.open(encoding.options());
    }

    /**
     * Which of the options the encoder refuses, found out without opening it, so also where there is no device.
     *
     * @throws FfmpegException when the build has no such encoder
     */
    public static List<String> refusedOptions(VideoEncoding encoding) {
        try (Encoder encoder = describing(encoding)) {
            return encoding.options().entrySet().stream()
                    .filter(option -> avutil.av_opt_set(
                                    encoder.context, option.getKey(), option.getValue(), avutil.AV_OPT_SEARCH_CHILDREN)
                            < 0)
                    .map(option -> option.getKey() + "=" + option.getValue())
                    .toList();
        }
    }

    private static Encoder describing(VideoEncoding encoding) {
        Encoder encoder = new Encoder(encoding.encoder());
        AVCodecContext context = encoder.context;
        encoder.width = encoding.width();
        encoder.height = encoding.height();
        context.width(encoding.width()).height(encoding.height());
        context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        Timebase.ofRate(encoding.rate()).copyTo(context.time_base());
        context.framerate().num(Math.toIntExact(encoding.rate().numerator()));
        context.framerate().den(Math.toIntExact(encoding.rate().denominator()));
        context.sample_aspect_ratio().num(1).den(1);
        context.gop_size(NO_KEY_FRAMES).keyint_min(NO_KEY_FRAMES).max_b_frames(0);
        context.bit_rate(encoding.bitrate());
        context.thread_count(encoding.threads());
        context.colorspace(avutil.AVCOL_SPC_BT709);
        context.color_primaries(avutil.AVCOL_PRI_BT709);
        context.color_trc(avutil.AVCOL_TRC_BT709);
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.chroma_sample_location(avutil.AVCHROMA_LOC_LEFT);
        return encoder;
    }

    /** A still picture; {@code options} are the encoder's own, such as libwebp's {@code quality}. */
    static Encoder forStill(String name, StillFormat format, int width, int height, Map<String, String> options) {
        Encoder encoder = new Encoder(name);
        encoder.width = width;
        encoder.height = height;
        encoder.context.width(width).height(height);
        encoder.context.pix_fmt(format.number());
        encoder.context.time_base().num(1).den(1);
        return encoder.open(options);
    }

    public static Encoder forSound(AudioEncoding encoding) {
        Encoder encoder = new Encoder(encoding.encoder());
        AVCodecContext context = encoder.context;
        context.sample_rate(encoding.sampleRate());
        context.sample_fmt(preferredSampleFormat(encoding.encoder()));
        avutil.av_channel_layout_default(context.ch_layout(), encoding.channels());
        context.bit_rate(encoding.bitrate());
        context.time_base().num(1).den(encoding.sampleRate());
        return encoder.open(encoding.options());
    }

    /** Opus wants interleaved floats, FFmpeg's AAC planar ones. */
    private static int preferredSampleFormat(String encoder) {
        return encoder.equals("libopus") ? avutil.AV_SAMPLE_FMT_FLT : avutil.AV_SAMPLE_FMT_FLTP;
    }

    private Encoder open(Map<String, String> entries) {
        try (Options options = new Options(entries)) {
            String name = codec.name().getString();
            if (isAlone()) {
                synchronized (ALONE) {
                    RealTime.keepOutOf(() -> openNamed(name, options));
                }
            } else {
                openNamed(name, options);
            }
            options.requireAllTaken(name);
            return this;
        } catch (FfmpegException e) {
            close();
            throw e;
        }
    }

    private boolean isAlone() {
        return codec.name().getString().equals(TAKES_THE_MACHINE);
    }

    private void openNamed(String name, Options options) {
        FfmpegException.check(avcodec.avcodec_open2(context, codec, options.pointer()), "open the encoder " + name);
    }

    @Override
    public TrackTemplate template() {
        return new TrackTemplate(context);
    }

    /** Adds a track of what it makes to a file. */
    public void addTo(Muxer muxer, int timescale) {
        try (TrackTemplate template = template()) {
            muxer.addTrack(template, timescale);
        }
    }

    /** What a drained first pass learnt, in the encoder's own text. */
    public byte[] statistics() {
        BytePointer text = context.stats_out();
        if (text == null || text.isNull()) {
            throw new FfmpegException("the first pass gave no statistics");
        }
        return text.getStringBytes();
    }

    public Timebase timebase() {
        return Timebase.of(context.time_base());
    }

    /** How many samples each frame of sound must have, the last one excepted. */
    public int frameSamples() {
        return context.frame_size();
    }

    /** The name for the aformat filter of the samples that the encoder takes. */
    public String sampleFormat() {
        return avutil.av_get_sample_fmt_name(context.sample_fmt()).getString();
    }

    /** @throws FfmpegException also for a picture of another size: libvpx has been seen to bring the process down on it */
    @Override
    public void encode(@Nullable Frame frame, Consumer<Packet> packets) {
        if (frame != null && context.width() > 0 && (frame.width() != width || frame.height() != height)) {
            throw new FfmpegException("a picture of %d x %d came to an encoder for %d x %d"
                    .formatted(frame.width(), frame.height(), width, height));
        }
        if (frame == null || feed == null) {
            send(frame, packets);
        } else {
            feed.feed(frame, timebase(), ready -> send(ready, packets));
        }
    }

    private void send(@Nullable Frame frame, Consumer<Packet> packets) {
        FfmpegException.check(
                avcodec.avcodec_send_frame(context, frame == null ? null : frame.pointer()), "encode a frame");
        int received = avcodec.avcodec_receive_packet(context, packet.pointer());
        while (received >= 0) {
            packets.accept(packet);
            packet.clear();
            received = avcodec.avcodec_receive_packet(context, packet.pointer());
        }
        if (received != avutil.AVERROR_EOF && !Natives.wantsMore(received)) {
            throw new FfmpegException("encode", received);
        }
    }

    @Override
    public void close() {
        packet.close();
        if (isAlone()) {
            synchronized (ALONE) {
                avcodec.avcodec_free_context(context);
            }
        } else {
            avcodec.avcodec_free_context(context);
        }
        if (feed != null) {
            feed.close();
        }
        if (statisticsIn != null) {
            statisticsIn.deallocate();
        }
    }
}
