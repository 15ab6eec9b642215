package dev.slipway.desk.bench.report;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what was measured for machines and for people. */
public final class Report {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Machine machine;
    private final Scale scale;
    private final List<BenchResult> results;

    public Report(Machine machine, Scale scale, List<BenchResult> results) {
        this.machine = machine;
        this.scale = scale;
        this.results = List.copyOf(results);
    }

    /**
     * @param folder gets bench.json and bench.md
     * @param work where items left pictures
     * @param docs the project's docs folder, or null
     */
    public void write(Path folder, Path work, @Nullable Path docs) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.json"), Json.STRICT.writeValueAsString(json()) + "\n");
        KeptReport fresh = measured(Places.of(work));
        Files.writeString(folder.resolve("bench.md"), head() + fresh.markdown());
        publishPlot(work, folder);
        if (docs != null) {
            Path document = Files.createDirectories(docs).resolve("bench.md");
            Files.writeString(
                    document, head() + KeptReport.read(document).with(fresh).markdown());
            publishPlot(work, Files.createDirectories(docs.resolve("images")));
            fillIn(docs.resolve("codecs.md"));
        }
    }

    private static void publishPlot(Path work, Path folder) throws IOException {
        Path plot = work.resolve(MemoryCurve.FILE_NAME);
        if (Files.exists(plot)) {
            Files.copy(plot, folder.resolve(MemoryCurve.FILE_NAME), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("machine", machine);
        json.put("scale", scale);
        json.put("results", results);
        return json;
    }

    private String head() {
        StringBuilder text = new StringBuilder("# Bench\n\n");
        text.append("Written by `./slipway bench`; every figure is a ratio or a measurement of one run on one machine."
                        + " The head tells of the last one; each item says when it was measured.\n\n")
                .append("- ")
                .append(TIME.format(machine.time()))
                .append("\n- ")
                .append(machine.processors())
                .append(" × ")
                .append(machine.model())
                .append(", ")
                .append(machine.system())
                .append("\n- Java ")
                .append(machine.java().strip())
                .append(", FFmpeg 8.0.1 as bundled\n");
        if (scale == Scale.QUICK) {
            text.append("- **Quick**: one short round; it shows that everything runs and is held to no target.\n");
        }
        return text.toString();
    }

    private KeptReport measured(Places places) {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, String> sections = new LinkedHashMap<>();
        for (BenchResult result : results) {
            rows.put(
                    result.name(),
                    "| %s | %s | %s |".formatted(result.name(), result.question(), result.verdict(scale)));
            sections.put(
                    result.name(), "Measured " + TIME.format(machine.time()) + ".\n\n" + places.named(section(result)));
        }
        return new KeptReport(rows, sections);
    }

    private String section(BenchResult result) {
        StringBuilder text = new StringBuilder();
        text.append(result.question())
                .append(": ")
                .append(result.verdict(scale))
                .append(".\n\n");
        if (!result.table().rows().isEmpty()) {
            text.append(result.table().markdown()).append('\n');
        }
        result.notes().forEach(note -> text.append(note).append("\n\n"));
        if (!result.figures().isEmpty()) {
            text.append("```json\n")
                    .append(Json.STRICT.writeValueAsString(result.figures()))
                    .append("\n```\n");
        }
        if (!result.commands().isEmpty()) {
            text.append("\n```sh\n");
            result.commands().forEach(command -> text.append(command).append('\n'));
            text.append("```\n");
        }
        return text.toString();
    }

    /** Replaces what stands between {@code <!-- bench:NAME -->} and {@code <!-- /bench:NAME -->}. */
    private void fillIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String text = Files.readString(file);
        for (BenchResult result : results) {
            String begin = "<!-- bench:" + result.name() + " -->";
            String end = "<!-- /bench:" + result.name() + " -->";
            int from = text.indexOf(begin);
            int until = text.indexOf(end);
            if (from >= 0 && until > from) {
                String table = "\n" + TIME.format(machine.time()) + ", " + machine.processors() + " × "
                        + machine.model() + ". " + String.join(" ", result.notes()) + "\n\n"
                        + result.table().markdown();
                text = text.substring(0, from + begin.length()) + table + text.substring(until);
            }
        }
        Files.writeString(file, text);
    }
}
