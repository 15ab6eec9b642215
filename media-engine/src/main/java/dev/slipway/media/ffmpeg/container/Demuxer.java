package dev.slipway.media.ffmpeg.container;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import dev.slipway.media.ffmpeg.Options;
import dev.slipway.media.ffmpeg.Timebase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Owns an open input file. Only the named demuxers may open it and only from a local file, so that no playlist or
 * container leads anywhere else. Not thread-safe.
 */
public final class Demuxer implements AutoCloseable {
    /** How much is read to recognise a file and its tracks. */
    private static final long PROBE_BYTES = 20L << 20;

    private static final long ANALYSE_MICROS = 10_000_000;
    private static final int MAX_TRACKS = 64;

    /** So many in a row without a packet between them, and nothing readable is left. */
    private static final int MAX_SENSELESS = 1000;

    /** A name with one of them may stand for a row of pictures. */
    private static final String PATTERN_LETTERS = "%*?{[";

    private final AVFormatContext context;
    private long senseless;

    private Demuxer(AVFormatContext context) {
        this.context = context;
    }

    /**
     * @param formats FFmpeg's names of the demuxers that may be used
     * @throws FfmpegException when the file is none of them
     */
    public static Demuxer open(Path file, Set<String> formats) {
        return open(() -> {
            String url = Natives.url(file);
            boolean isPattern = url.chars().anyMatch(letter -> PATTERN_LETTERS.indexOf(letter) >= 0);
            return begun(url, formats, isPattern ? byContent(url) : null);
        });
    }

    /**
     * Like {@link #open}, but the file's name has no say: for pictures it counts more than their bytes otherwise.
     *
     * @throws FfmpegException when the file is none of them
     */
    public static Demuxer openByContent(Path file, Set<String> formats) {
        return open(() -> {
            String url = Natives.url(file);
            return begun(url, formats, byContent(url));
        });
    }

    private static Demuxer open(Supplier<AVFormatContext> file) {
        Natives.load();
        Demuxer demuxer = new Demuxer(file.get());
        try {
            int result = avformat.avformat_find_stream_info(demuxer.context, (AVDictionary) null);
            FfmpegException.check(result, "find the tracks");
            LatePicture.complete(demuxer.context, file);
            return demuxer;
        } catch (FfmpegException e) {
            demuxer.close();
            throw e;
        }
    }

    /**
     * Its tracks are still to be looked for.
     *
     * @param known what the file is; null leaves that to FFmpeg, which looks at its name too
     */
    private static AVFormatContext begun(String url, Set<String> formats, @Nullable AVInputFormat known) {
        AVFormatContext context = new AVFormatContext(null);
        Map<String, String> entries = Map.of(
                "protocol_whitelist", "file",
                "enable_drefs", "0",
                "format_whitelist", String.join(",", formats),
                "probesize", Long.toString(PROBE_BYTES),
                "analyzeduration", Long.toString(ANALYSE_MICROS),
                "max_streams", Integer.toString(MAX_TRACKS));
        try (Options options = new Options(entries)) {
            FfmpegException.check(avformat.avformat_open_input(context, url, known, options.pointer()), "open");
        }
        return context;
    }

    /**
     * What the first bytes say the file is, null where they leave it open. Asked without its name, because FFmpeg takes
     * one such as {@code frame%03d.png} for a row of pictures, whatever is in the file.
     */
    private static @Nullable AVInputFormat byContent(String url) {
        AVIOContext bytes = new AVIOContext(null);
        FfmpegException.check(avformat.avio_open(bytes, url, avformat.AVIO_FLAG_READ), "open");
        try {
            AVInputFormat format = new AVInputFormat(null);
            return avformat.av_probe_input_buffer(bytes, format, (String) null, null, 0, 0) >= 0 ? format : null;
        } finally {
            avformat.avio_closep(bytes);
        }
    }

    /** FFmpeg's names of the container, such as {@code mov,mp4,m4a,3gp,3g2,mj2}. */
    public String format() {
        return context.iformat().name().getString();
    }

    /** What the header says the file lasts, or {@link Timebase#NONE}. */
    public long declaredMicros() {
        return context.duration();
    }

    public List<Track> tracks() {
        return IntStream.range(0, context.nb_streams())
                .mapToObj(index -> new Track(context.streams(index)))
                .toList();
    }

    /**
     * Reads the next packet of any track; false at the end. Places that make no sense are passed over and counted, as
     * players do; where nothing but such places follow, the file ends. Times that make no sense are absent
     * ({@link Packet#forgetSenselessTimes}).
     *
     * @throws FfmpegException when the disk or the system fails
     */
    public boolean read(Packet packet) {
        packet.clear();
        for (int tries = 0; tries < MAX_SENSELESS; tries++) {
            int result = avformat.av_read_frame(context, packet.pointer());
            if (result >= 0) {
                packet.forgetSenselessTimes(
                        Timebase.of(context.streams(packet.track()).time_base()));
                return true;
            }
            if (result == avutil.AVERROR_EOF) {
                return endOfFile();
            }
            if (result != avutil.AVERROR_INVALIDDATA && !Natives.wantsMore(result)) {
                throw FfmpegException.whileReading(result);
            }
            senseless++;
        }
        return false;
    }

    /** Many demuxers call everything the end; the file itself knows better. */
    private boolean endOfFile() {
        int error = context.pb() == null ? 0 : context.pb().error();
        if (error < 0 && error != avutil.AVERROR_EOF) {
            throw FfmpegException.whileReading(error);
        }
        return false;
    }

    /** How many places that make no sense reading came upon so far. */
    public long senseless() {
        return senseless;
    }

    /** How far into the file reading has come, in bytes. */
    public long position() {
        return context.pb() == null ? 0 : Math.max(0, avformat.avio_tell(context.pb()));
    }

    /** A bare stream, which has no times at all. */
    public boolean hasNoTimes() {
        return (context.iformat().flags() & avformat.AVFMT_NOTIMESTAMPS) != 0;
    }

    /** Whether the clock of such a file may jump, as it does where recordings are joined or a counter overflows. */
    public boolean mayJump() {
        return (context.iformat().flags() & avformat.AVFMT_TS_DISCONT) != 0;
    }

    /** Packets of other tracks are then skipped without being read. */
    public void keepOnly(Set<Integer> indexes) {
        for (int index = 0; index < context.nb_streams(); index++) {
            boolean keep = indexes.contains(index);
            context.streams(index).discard(keep ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
    }

    /** Goes to the last key frame at or before the time, in the track's own time base. */
    public void seek(Track track, long time) {
        FfmpegException.check(
                avformat.av_seek_frame(context, track.index(), time, avformat.AVSEEK_FLAG_BACKWARD), "seek");
    }

    @Override
    public void close() {
        avformat.avformat_close_input(context);
    }
}
