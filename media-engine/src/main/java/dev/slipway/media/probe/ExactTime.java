package dev.slipway.media.probe;

import java.util.Locale;

/** Lengths as every language reads them: {@code 0:02.5}, {@code 1:02:03.0}. */
final class ExactTime {
    private static final long TENTH = 100_000;
    private static final long MINUTE = 600;
    private static final long HOUR = 60 * MINUTE;

    private ExactTime() {}

    /** Rounded to tenths of a second. */
    static String of(long micros) {
        long tenths = Math.round((double) micros / TENTH);
        double seconds = tenths % MINUTE / 10.0;
        return tenths < HOUR
                ? String.format(Locale.ROOT, "%d:%04.1f", tenths / MINUTE, seconds)
                : String.format(Locale.ROOT, "%d:%02d:%04.1f", tenths / HOUR, tenths % HOUR / MINUTE, seconds);
    }
}
