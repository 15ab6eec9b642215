package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import dev.slipway.media.ffmpeg.Options;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.container.TrackTemplate;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Owns an open decoder for one track. Not thread-safe. */
public final class Decoder implements PictureDecoder {
    /** 8192 × 8192: larger pictures are refused before memory is taken for them. */
    private static final long MAX_PIXELS = 1L << 26;

    /** Joined recordings change to any ordinary size, 4K among them; every job's memory has room for a few of these. */
    private static final long UHD_PIXELS = 4096 * 2304;

    /** Codecs pad their pictures' sides to whole blocks, and buffers pad their rows. */
    private static final long PADDING = 128;

    private final AVCodecContext context;
    private long mostPixels = MAX_PIXELS;
    private final Frame frame = new Frame();
    private @Nullable DeviceDownload device;
    private long damaged;
    private long oversized;
    private boolean isStanding;

    private Decoder(AVCodecContext context) {
        this.context = context;
    }

    /** @throws FfmpegException when there is no decoder for the track or it refuses the track */
    public static Decoder open(Track track, int threads) {
        return open(track, threads, Map.of());
    }

    private static Decoder open(Track track, int threads, Map<String, String> more) {
        AVCodec codec = codec(track);
        return new Decoder(avcodec.avcodec_alloc_context3(codec))
                .open(codec, track.parameters(), track.timebase(), threads, more);
    }

    private static AVCodec codec(Track track) {
        AVCodec codec = avcodec.avcodec_find_decoder(track.parameters().codec_id());
        if (codec == null) {
            throw new FfmpegException("there is no decoder for " + track.codecName());
        }
        return codec;
    }

    /**
     * With one thread, and gives the same pictures each time, also of codecs whose decoders leave damaged parts as the memory
     * was: what they leave shows the picture before.
     */
    public static Decoder repeatable(Track track) {
        AVCodec codec = codec(track);
        Decoder decoder = new Decoder(avcodec.avcodec_alloc_context3(codec));
        decoder.isStanding = true;
        StandingPictures.MEMORY.serve(decoder.context);
        return decoder.open(codec, track.parameters(), track.timebase(), 1, Map.of());
    }

    /**
     * For whoever has another decoder to go back to: what is wrong with a packet is not covered up as far as can be, but
     * damages its picture.
     */
    public static Decoder strict(Track track, int threads) {
        return open(track, threads, Map.of("err_detect", "explode"));
    }

    /** For packets that come straight from an encoder. */
    public static Decoder of(TrackTemplate template, int threads) {
        AVCodec codec = avcodec.avcodec_find_decoder(template.parameters().codec_id());
        if (codec == null) {
            throw new FfmpegException("this build cannot decode what it encodes");
        }
        return new Decoder(avcodec.avcodec_alloc_context3(codec))
                .open(codec, template.parameters(), template.timebase(), threads, Map.of());
    }

    /** For still pictures by FFmpeg's name of their codec, such as {@code mjpeg}. */
    public static Decoder ofStills(String codecName) {
        Natives.load();
        AVCodec codec = avcodec.avcodec_find_decoder_by_name(codecName);
        if (codec == null) {
            throw new FfmpegException("there is no decoder for " + codecName);
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        FfmpegException.check(
                avcodec.avcodec_open2(context, codec, (AVDictionary) null), "open the " + codecName + " decoder");
        return new Decoder(context);
    }

    /**
     * Every failure of a decoder on a device is thrown, because nobody can tell a damaged packet from a lost device.
     *
     * @param deviceType FFmpeg's name of it, such as {@code cuda}
     * @throws FfmpegException when there is no such device, or no decoder that uses it
     */
    public static Decoder onDevice(Track track, String deviceType) {
        Natives.load();
        AVCodec codec = DeviceDownload.codec(track.parameters().codec_id(), deviceType);
        Decoder decoder = new Decoder(avcodec.avcodec_alloc_context3(codec));
        try {
            decoder.device = new DeviceDownload(deviceType);
            decoder.device.attachTo(decoder.context);
        } catch (FfmpegException e) {
            decoder.close();
            throw e;
        }
        return decoder.open(codec, track.parameters(), track.timebase(), 1, Map.of());
    }

    private Decoder open(
            AVCodec codec, AVCodecParameters parameters, Timebase clock, int threads, Map<String, String> more) {
        mostPixels = mostPixels(parameters.width(), parameters.height());
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("max_pixels", Long.toString(mostPixels));
        try (Options options = new Options(settings)) {
            FfmpegException.check(
                    avcodec.avcodec_parameters_to_context(context, parameters), "copy the track's parameters");
            clock.copyTo(context.pkt_timebase());
            context.thread_count(threads);
            FfmpegException.check(
                    avcodec.avcodec_open2(context, codec, options.pointer()),
                    "open the " + codec.name().getString() + " decoder");
            return this;
        } catch (FfmpegException e) {
            close();
            throw e;
        }
    }

    /** Pictures may grow in mid-stream, but not to hundreds of times what memory was reckoned for. */
    private static long mostPixels(long width, long height) {
        return Math.min(MAX_PIXELS, Math.max(UHD_PIXELS, (width + PADDING) * (height + PADDING)));
    }

    /**
     * In software, damaged packets are counted and passed over, as players do.
     *
     * @throws FfmpegException only on a device
     */
    @Override
    public void decode(@Nullable Packet packet, Consumer<Frame> frames) {
        int sent = avcodec.avcodec_send_packet(context, packet == null ? null : packet.pointer());
        if (sent < 0 && sent != avutil.AVERROR_EOF) {
            damage(sent);
        }
        int received = avcodec.avcodec_receive_frame(context, frame.pointer());
        while (received >= 0) {
            give(frames);
            frame.clear();
            received = avcodec.avcodec_receive_frame(context, frame.pointer());
        }
        if (received != avutil.AVERROR_EOF && !Natives.wantsMore(received)) {
            damage(received);
        }
    }

    private void damage(int error) {
        if (device != null) {
            throw new FfmpegException("decode on the device", error);
        }
        damaged++;
        oversized += refusedItsSize() ? 1 : 0;
    }

    /** Decoders that refuse a size leave it in place or leave none at all. */
    private boolean refusedItsSize() {
        long pixels = (long) context.width() * context.height();
        return context.codec_type() == avutil.AVMEDIA_TYPE_VIDEO && (pixels == 0 || pixels > mostPixels);
    }

    private void give(Consumer<Frame> frames) {
        if (isStanding) {
            StandingPictures.MEMORY.given(context, frame);
        }
        if (device == null) {
            frames.accept(frame);
        } else {
            device.toMemory(frame, frames);
        }
    }

    /** Forgets all that was given to it: what follows comes from another place. */
    public void flush() {
        StandingPictures.MEMORY.leave(context);
        avcodec.avcodec_flush_buffers(context);
    }

    /** Leaves out pictures that no other one needs, while what is wanted is still far. */
    public void skipDispensable(boolean skip) {
        context.skip_frame(skip ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT);
    }

    @Override
    public long damaged() {
        return damaged;
    }

    @Override
    public long oversized() {
        return oversized;
    }

    @Override
    public void close() {
        frame.close();
        StandingPictures.MEMORY.leave(context);
        avcodec.avcodec_free_context(context);
        if (device != null) {
            device.close();
        }
    }
}
