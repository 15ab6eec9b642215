package dev.slipway.media.ffmpeg.container;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import dev.slipway.media.ffmpeg.Options;
import dev.slipway.media.ffmpeg.Timebase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;

/** Owns an output file: add the tracks, start, write, finish. Not thread-safe. */
public final class Muxer implements AutoCloseable {
    /** AVFMT_FLAG_BITEXACT, which the bindings leave out: the same packets then always make the same file. */
    private static final int BIT_EXACT = 0x0400;

    private final AVFormatContext context = new AVFormatContext(null);
    private Timebase[] encoderTimebases = new Timebase[0];

    /** @param format FFmpeg's name of the container, such as {@code mp4} or {@code webm} */
    public Muxer(Path file, String format) {
        Natives.load();
        String url = Natives.url(file);
        FfmpegException.check(
                avformat.avformat_alloc_output_context2(context, null, format, url), "write a file of kind " + format);
        context.flags(context.flags() | BIT_EXACT);
        AVIOContext io = new AVIOContext(null);
        int opened = avformat.avio_open(io, url, avformat.AVIO_FLAG_WRITE);
        if (opened < 0) {
            avformat.avformat_free_context(context);
            throw new FfmpegException("create the output file", opened);
        }
        context.pb(io);
    }

    /** @param timescale ticks a second of the track in the file */
    public void addTrack(TrackTemplate template, int timescale) {
        AVStream stream = avformat.avformat_new_stream(context, null);
        FfmpegException.check(
                avcodec.avcodec_parameters_copy(stream.codecpar(), template.parameters()), "describe the track");
        stream.time_base().num(1).den(timescale);
        stream.avg_frame_rate().num(template.rateNumerator());
        stream.avg_frame_rate().den(template.rateDenominator());
        stream.sample_aspect_ratio().num(1).den(1);
        encoderTimebases = Arrays.copyOf(encoderTimebases, encoderTimebases.length + 1);
        encoderTimebases[encoderTimebases.length - 1] = template.timebase();
    }

    /** A track whose packets come as they are from a file of another kind. */
    public void addCopy(Track track) {
        AVStream stream = avformat.avformat_new_stream(context, null);
        FfmpegException.check(
                avcodec.avcodec_parameters_copy(stream.codecpar(), track.parameters()), "describe the track");
        stream.codecpar().codec_tag(0);
        track.timebase().copyTo(stream.time_base());
        encoderTimebases = Arrays.copyOf(encoderTimebases, encoderTimebases.length + 1);
        encoderTimebases[encoderTimebases.length - 1] = track.timebase();
    }

    public void start(Map<String, String> entries) {
        try (Options options = new Options(entries)) {
            AVDictionary dictionary = options.pointer();
            FfmpegException.check(avformat.avformat_write_header(context, dictionary), "write the header");
            options.requireAllTaken("the muxer");
        }
    }

    /** Writes a packet whose times are in the encoder's time base; the packet is emptied. */
    public void write(Packet packet, int track) {
        AVStream stream = context.streams(track);
        Timebase from = encoderTimebases[track];
        Timebase to = Timebase.of(stream.time_base());
        packet.pointer().stream_index(track);
        packet.pointer().pts(from.convert(packet.pts(), to));
        packet.pointer().dts(from.convert(packet.dts(), to));
        packet.pointer().duration(from.convert(packet.duration(), to));
        FfmpegException.check(avformat.av_write_frame(context, packet.pointer()), "write a packet");
        packet.clear();
    }

    /** Ends the current fragment. */
    public void cut() {
        FfmpegException.check(avformat.av_write_frame(context, null), "end a fragment");
    }

    /** Writes what is still held back and the index. */
    public void finish() {
        FfmpegException.check(avformat.av_write_trailer(context), "finish the file");
        AVIOContext io = context.pb();
        context.pb(null);
        FfmpegException.check(avformat.avio_closep(io), "close the file");
    }

    @Override
    public void close() {
        AVIOContext io = context.pb();
        if (io != null) {
            avformat.avio_closep(io);
        }
        avformat.avformat_free_context(context);
    }
}
