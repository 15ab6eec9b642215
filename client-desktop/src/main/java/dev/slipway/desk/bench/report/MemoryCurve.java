package dev.slipway.desk.bench.report;

import dev.slipway.desk.bench.process.Usage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws memory over time as a small SVG picture. */
public final class MemoryCurve {
    public static final String FILE_NAME = "memory-1h.svg";

    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int BOTTOM = 40;
    private static final int TOP = 28;
    private static final int LINES = 4;

    private final List<Usage.MemorySample> samples;
    private final double seconds;
    private final double megabytes;

    public MemoryCurve(List<Usage.MemorySample> samples) {
        this.samples = List.copyOf(samples);
        this.seconds = Math.max(1, samples.getLast().seconds());
        double most =
                samples.stream().mapToLong(Usage.MemorySample::bytes).max().orElse(1) / 1e6;
        this.megabytes = Math.ceil(most / (LINES * 50)) * LINES * 50;
    }

    public String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                .formatted(WIDTH, HEIGHT));
        svg.append(" font-size=\"12\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append(text(LEFT, 18, "start", title));
        for (int line = 0; line <= LINES; line++) {
            double value = megabytes * line / LINES;
            double y = y(value);
            svg.append("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n".formatted(LEFT, y, WIDTH - 12));
            svg.append(text(LEFT - 6, y + 4, "end", "%.0f MB".formatted(value)));
        }
        svg.append(text(LEFT, HEIGHT - 14, "start", "0"));
        svg.append(text(WIDTH - 12, HEIGHT - 14, "end", "%.0f s".formatted(seconds)));
        svg.append("<polyline fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"1.5\" points=\"")
                .append(points())
                .append("\"/>\n</svg>\n");
        return svg.toString();
    }

    private String points() {
        return samples.stream()
                .map(sample -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + sample.seconds() / seconds * (WIDTH - LEFT - 12),
                        y(sample.bytes() / 1e6)))
                .collect(Collectors.joining(" "));
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / megabytes * (HEIGHT - BOTTOM - TOP);
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT, "<text x=\"%.0f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words);
    }
}
