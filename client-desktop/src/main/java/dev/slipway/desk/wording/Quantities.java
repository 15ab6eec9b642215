package dev.slipway.desk.wording;

import java.util.Locale;

/** Short texts such as {@code 12.3 MB} (decimal, as disks are sold) and {@code 1 min 05 s}. */
public final class Quantities {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Quantities() {}

    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
    }

    public static String seconds(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }

    /** {@code 12.0 MB → 4.1 MB (66 % saved)}, or {@code (12 % more)} where it grew. */
    public static String change(long before, long after) {
        String sizes = bytes(before) + " → " + bytes(after);
        if (before <= 0) {
            return sizes;
        }
        long percent = Math.round(100.0 * (before - after) / before);
        return sizes + (percent >= 0 ? " (" + percent + " % saved)" : " (" + -percent + " % more)");
    }
}
