package dev.slipway.media.subtitle;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One track's cues, in their order and each once, and no more of them than {@code check} takes. */
final class CueSheet {
    private static final int MAX_CUES = 50_000;

    /** Of a finished file: half of what {@code check} takes. */
    private static final long MAX_BYTES = 4 << 20;

    /** Longer than the two times and the line ends around a cue. */
    private static final int FRAME_BYTES = 40;

    private static final long MICROS_A_MILLI = 1000;

    private final Set<Cue> cues = new TreeSet<>(Comparator.comparingLong(Cue::startMicros)
            .thenComparingLong(Cue::endMicros)
            .thenComparing(Cue::text));
    private long bytes;
    private boolean full;

    private record Cue(long startMicros, long endMicros, String text) {}

    /**
     * Leaves out what is shown before the film or for less than the millisecond that WebVTT counts in.
     *
     * @param text as {@link CueText} makes it
     */
    void add(long startMicros, long endMicros, String text) {
        long start = Math.max(0, startMicros);
        if (endMicros / MICROS_A_MILLI <= start / MICROS_A_MILLI) {
            return;
        }
        long size = FRAME_BYTES + text.getBytes(StandardCharsets.UTF_8).length;
        full |= cues.size() == MAX_CUES || bytes + size > MAX_BYTES;
        if (!full && cues.add(new Cue(start, endMicros, text))) {
            bytes += size;
        }
    }

    /** Whether there was more than fits. */
    boolean isFull() {
        return full;
    }

    String document() {
        StringBuilder document = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            document.append("\n%s --> %s\n%s\n"
                    .formatted(timestamp(cue.startMicros()), timestamp(cue.endMicros()), cue.text()));
        }
        return document.toString();
    }

    private static String timestamp(long micros) {
        long millis = micros / MICROS_A_MILLI;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
