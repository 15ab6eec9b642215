package dev.slipway.desk.bench.report;

import java.util.List;
import java.util.Locale;

/** Figures as text, and what is left of several measurements. */
public final class Figures {
    private Figures() {}

    public static double median(List<Double> values) {
        return percentile(values, 0.5);
    }

    /** Linear between the two nearest ranks. */
    public static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double rank = share * (sorted.size() - 1);
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (rank - below);
    }

    public static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    public static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", Math.round(bytes / 1e6));
    }
}
