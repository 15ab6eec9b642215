package dev.slipway.media.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines from a process that may write one without end: what is beyond the limit is dropped. */
final class BoundedLines {
    private final InputStream stream;
    private final int limit;

    /** @param limit bytes of a line that are kept */
    BoundedLines(InputStream stream, int limit) {
        this.stream = new BufferedInputStream(stream);
        this.limit = limit;
    }

    /** The next line without its end, or null at the end of the stream. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = stream.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < limit && next != '\r') {
                line.write(next);
            }
            next = stream.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
