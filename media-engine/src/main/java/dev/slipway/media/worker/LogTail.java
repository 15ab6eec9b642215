package dev.slipway.media.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the last lines a worker wrote to standard error. The JVM's own report of a native crash is long and its first
 * lines matter, so from there on nothing more is kept than fits. Thread-safe.
 */
final class LogTail {
    static final int LINES = 40;
    private static final int LINE_BYTES = 500;
    private static final String DEATH_REPORT = "# A fatal error has been detected";

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean frozen;
    private int linesOfReport;

    /** Reads to the end of the stream. */
    void follow(InputStream stream) throws IOException {
        BoundedLines reader = new BoundedLines(stream, LINE_BYTES);
        for (String line = reader.next(); line != null; line = reader.next()) {
            add(line);
        }
    }

    synchronized void add(String line) {
        if (line.startsWith(DEATH_REPORT)) {
            frozen = true;
        }
        if (frozen && ++linesOfReport > LINES) {
            return;
        }
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
