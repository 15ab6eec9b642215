package dev.slipway.desk.signer.protocol;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bounded length from whoever may write one without end. For one thread. */
public final class Lines {
    /** In bytes; a keystore and its password have a third of it. */
    public static final int MOST_BYTES = 64 * 1024;

    private final InputStream stream;
    private final byte[] buffer = new byte[MOST_BYTES];

    public Lines(InputStream stream) {
        this.stream = new BufferedInputStream(stream);
    }

    /** What came. */
    public sealed interface Line {
        /** @param utf8 without the line's end; the reader's to wipe */
        record Whole(byte[] utf8) implements Line {}

        /** It was read to its end and forgotten. */
        record TooLong() implements Line {}

        record EndOfStream() implements Line {}
    }

    public Line next() throws IOException {
        int length = 0;
        int next = stream.read();
        if (next < 0) {
            return new Line.EndOfStream();
        }
        boolean fits = true;
        while (next >= 0 && next != '\n') {
            fits = fits && length < MOST_BYTES;
            if (fits) {
                buffer[length++] = (byte) next;
            }
            next = stream.read();
        }
        byte[] line = Arrays.copyOf(buffer, length);
        Arrays.fill(buffer, 0, length, (byte) 0);
        return fits ? new Line.Whole(line) : new Line.TooLong();
    }
}
