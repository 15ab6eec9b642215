package dev.slipway.desk.language;

import java.util.List;
import java.util.Locale;

/** Sizes, times and rates in the units that people use, written as the chosen language writes numbers. */
public final class Amounts {
    private static final List<String> UNITS =
            List.of("unit.kilobyte", "unit.megabyte", "unit.gigabyte", "unit.terabyte");

    private final Texts texts;

    Amounts(Texts texts) {
        this.texts = texts;
    }

    /** Decimal, as disks are sold: 18.4 MB. */
    public String bytes(long bytes) {
        if (bytes < 1000) {
            return texts.get("unit.byte", String.valueOf(bytes));
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return texts.get(UNITS.get(unit), number(value < 100 ? "%.1f" : "%.0f", value));
    }

    /** To the byte, with the digits in groups. */
    public String exactBytes(long bytes) {
        return texts.get("unit.byte", number("%,d", bytes));
    }

    /** How long something takes: 2 min 10 s. */
    public String duration(double seconds) {
        if (seconds < 10) {
            return texts.get("unit.second", number("%.1f", seconds));
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return texts.get("unit.second", number("%d", whole));
        }
        return whole < 3600
                ? texts.get("unit.minute-second", number("%d", whole / 60), number("%02d", whole % 60))
                : texts.get("unit.hour-minute", number("%d", whole / 3600), number("%02d", whole / 60 % 60));
    }

    /** A place in a film: 1:02:03. */
    public String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    /** A moment of a film to the hundredth of a second: 1:02:03.45. */
    public String moment(double seconds) {
        long hundredths = Math.round(seconds * 100);
        long whole = hundredths / 100;
        String begin = whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
        return begin + number("%.2f", hundredths % 100 / 100.0).substring(1);
    }

    public String percent(double fraction) {
        return texts.get("unit.percent", number("%.0f", Math.floor(100 * fraction + 1e-9)));
    }

    public String bitrate(long bitsPerSecond) {
        return bitsPerSecond < 1_000_000
                ? texts.get("unit.kilobit", number("%.0f", bitsPerSecond / 1e3))
                : texts.get("unit.megabit", number("%.1f", bitsPerSecond / 1e6));
    }

    /** A number with so many decimals as the pattern of {@link String#format} asks for. */
    public String number(String pattern, Object value) {
        return String.format(texts.language().get().locale(), pattern, value);
    }
}
