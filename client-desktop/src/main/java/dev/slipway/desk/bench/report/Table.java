package dev.slipway.desk.bench.report;

import java.util.List;

/** Rows of words and figures, ready to print. */
public record Table(List<String> header, List<List<String>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** GitHub's Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder(line(header))
                .append("|---".repeat(header.size()))
                .append("|\n");
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
