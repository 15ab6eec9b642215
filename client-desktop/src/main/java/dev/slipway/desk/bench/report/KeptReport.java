package dev.slipway.desk.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A report in the documentation as it was left there. What is not measured this time stays, with the time when it was; so a
 * single item can be measured again.
 *
 * @param rows of the table, by the item's name
 * @param sections of the text, by the item's name
 */
record KeptReport(Map<String, String> rows, Map<String, String> sections) {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9-]+) \\| .*$");
    private static final Pattern SECTION = Pattern.compile("(?s)\\n## ([a-z0-9-]+)\\n(.*?)(?=\\n## |\\z)");
    private static final Pattern TIME = Pattern.compile("(?m)^- (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC)$");
    private static final String MEASURED = "Measured ";

    static KeptReport read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new KeptReport(Map.of(), Map.of());
        }
        String text = Files.readString(file);
        Matcher time = TIME.matcher(text);
        String measured = time.find() ? MEASURED + time.group(1) + ".\n\n" : "";
        Map<String, String> sections = new LinkedHashMap<>();
        SECTION.matcher(text)
                .results()
                .forEach(section -> sections.put(
                        section.group(1),
                        section.group(2).startsWith(MEASURED) ? section.group(2) : measured + section.group(2)));
        Map<String, String> rows = ROW.matcher(text)
                .results()
                .filter(row ->
                        sections.keySet().stream().anyMatch(name -> row.group(1).startsWith(name)))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(), (a, b) -> a, LinkedHashMap::new));
        return new KeptReport(rows, sections);
    }

    /** Both, in the order of the earlier one, and what is new after it. */
    KeptReport with(KeptReport fresh) {
        return new KeptReport(merged(rows, fresh.rows()), merged(sections, fresh.sections()));
    }

    private static Map<String, String> merged(Map<String, String> earlier, Map<String, String> fresh) {
        Set<String> names = new LinkedHashSet<>(earlier.keySet());
        names.addAll(fresh.keySet());
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, fresh.getOrDefault(name, earlier.getOrDefault(name, ""))));
        return all;
    }

    String markdown() {
        List<String> lines = new ArrayList<>(List.of("", "| item | question | result |", "|---|---|---|"));
        lines.addAll(rows.values());
        StringBuilder text = new StringBuilder(String.join("\n", lines)).append('\n');
        sections.forEach((name, section) -> text.append("\n## ")
                .append(name)
                .append('\n')
                .append(section.stripTrailing())
                .append('\n'));
        return text.toString();
    }
}
