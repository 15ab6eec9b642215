package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.testing.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what long runs found between marks of {@code docs/fuzz.md}. */
final class FuzzReport {
    private static final int SHOWN = 20;

    private FuzzReport() {}

    /** @param origin the whole file that a damaged one was made of */
    static String files(List<Verdict> verdicts, Function<Verdict, Path> origin, long seed, LocalDate day) {
        StringBuilder text = new StringBuilder();
        text.append("%s, seed %d: %,d damaged files, of which every %dth went through the whole preparation.%n%n"
                .formatted(day, seed, verdicts.size(), FuzzWorker.PREPARE_EVERY));
        text.append("| made of | files | decoded | prepared | refused | unforeseen | crashes | hangs | memory |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> String.valueOf(origin.apply(verdict).getFileName()),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((name, those) -> text.append(row(name, those)));
        text.append(row("**all**", verdicts)).append('\n');
        text.append("Refused as: ").append(words(verdicts, Kind.REFUSED)).append(".\n\n");
        text.append(details(verdicts, origin));
        return text.toString();
    }

    private static String row(String name, List<Verdict> verdicts) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        verdicts.forEach(verdict -> counts.merge(verdict.kind(), 1L, Long::sum));
        return "| %s | %d | %s |%n"
                .formatted(
                        name,
                        verdicts.size(),
                        IntStream.range(0, Kind.values().length)
                                .mapToObj(kind -> String.valueOf(counts.getOrDefault(Kind.values()[kind], 0L)))
                                .collect(Collectors.joining(" | ")));
    }

    private static String words(List<Verdict> verdicts, Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == kind)
                .collect(Collectors.groupingBy(Verdict::words, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String details(List<Verdict> verdicts, Function<Verdict, Path> origin) {
        return verdicts.stream()
                .filter(verdict -> verdict.kind().compareTo(Kind.UNFORESEEN) >= 0)
                .limit(SHOWN)
                .map(verdict -> "- file %d (of %s), %s: `%s`%n"
                        .formatted(
                                verdict.number(),
                                origin.apply(verdict).getFileName(),
                                verdict.kind(),
                                verdict.words().replaceAll("[`\\s]+", " ").strip()))
                .collect(Collectors.joining());
    }

    /** Replaces what an earlier run wrote under this name. */
    static void write(String name, String text) throws IOException {
        Path document = Clips.repository().resolve("docs").resolve("fuzz.md");
        String whole = Files.readString(document);
        String begin = "<!-- written by " + name + " -->";
        String end = "<!-- end of what " + name + " wrote -->";
        int from = whole.indexOf(begin);
        int to = whole.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException("the marks of " + name + " are missing in " + document);
        }
        Files.writeString(
                document, whole.substring(0, from) + begin + "\n" + text.strip() + "\n" + whole.substring(to));
    }
}
