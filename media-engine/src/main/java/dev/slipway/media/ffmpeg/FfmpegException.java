package dev.slipway.media.ffmpeg;

import java.io.Serial;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** A native call that failed, with FFmpeg's own words for it. */
public final class FfmpegException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TEXT_BYTES = 128;

    /** ENOSPC has the number 28 on Linux, macOS and in the C runtime of Windows. */
    private static final int NO_SPACE = -28;

    /** ENOMEM is 12 on all three. */
    private static final int NO_MEMORY = -12;

    private static final Set<Integer> PASSING = Set.of(-11, NO_MEMORY, -16);

    private final int error;
    private final Culprit culprit;

    /** Where the error lies. */
    private enum Culprit {
        SOURCE,
        ANYTHING_ELSE
    }

    public FfmpegException(String action, int error) {
        this(action, error, Culprit.ANYTHING_ELSE);
    }

    private FfmpegException(String action, int error, Culprit culprit) {
        super(action + ": " + describe(error));
        this.error = error;
        this.culprit = culprit;
    }

    public FfmpegException(String action) {
        super(action);
        this.error = 0;
        this.culprit = Culprit.ANYTHING_ELSE;
    }

    /** The disk or the system failed while the source was read. */
    public static FfmpegException whileReading(int error) {
        return new FfmpegException("read the file", error, Culprit.SOURCE);
    }

    /** Whether the source cannot be read any more, which says nothing of what is made of it. */
    public boolean isOfTheSource() {
        return culprit == Culprit.SOURCE;
    }

    /** FFmpeg's number for the error, negative; 0 when FFmpeg gave none. */
    public int error() {
        return error;
    }

    /** Whether another try, later, may go well: EAGAIN, ENOMEM and EBUSY, as Linux numbers them. */
    public boolean mayPass() {
        return PASSING.contains(error);
    }

    public boolean isDiskFull() {
        return error == NO_SPACE;
    }

    /** Also what demuxers say of a length beyond reason. */
    public boolean isOutOfMemory() {
        return error == NO_MEMORY;
    }

    /** Returns {@code result} when it is not an error. */
    public static int check(int result, String action) {
        if (result < 0) {
            throw new FfmpegException(action, result);
        }
        return result;
    }

    private static String describe(int error) {
        try (BytePointer text = new BytePointer(TEXT_BYTES)) {
            text.put(0, (byte) 0);
            avutil.av_strerror(error, text, TEXT_BYTES);
            return Natives.text(text) + " (" + error + ")";
        }
    }
}
