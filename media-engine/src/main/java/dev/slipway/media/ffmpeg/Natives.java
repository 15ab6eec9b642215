package dev.slipway.media.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Loads the libraries once and makes them quiet: what matters comes back as an error, the rest is noise. */
public final class Natives {
    static {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
    }

    private Natives() {}

    /** Calling this is enough: the work is done when the class is initialised. */
    public static void load() {}

    /** With the protocol in front, so that no name such as {@code concat:a|b} means anything else than a file. */
    public static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    /** The text in a buffer that is longer than it. */
    public static String text(BytePointer buffer) {
        return buffer.limit(BytePointer.strlen(buffer)).getString(StandardCharsets.UTF_8);
    }

    /** AVERROR(EAGAIN): the codec or filter wants input before it gives output. */
    public static boolean wantsMore(int result) {
        return result == org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
    }
}
