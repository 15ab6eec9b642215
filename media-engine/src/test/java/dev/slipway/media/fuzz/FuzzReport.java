package dev.slipway.media.fuzz;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.testing.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what long runs found between marks of {@code docs/fuzz.md}. */
final class FuzzReport {
    private static final int SHOWN = 20;
    private static final int LONGEST_SHOWN = 5;

    private final List<Verdict> verdicts;
    private final Mutator mutator;
    private final List<Kind> kinds;

    FuzzReport(List<Verdict> verdicts, Mutator mutator) {
        this.verdicts = List.copyOf(verdicts);
        this.mutator = mutator;
        Set<Kind> seen = verdicts.stream().map(Verdict::kind).collect(Collectors.toSet());
        this.kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind.compareTo(Kind.REFUSED) >= 0 || seen.contains(kind))
                .toList();
    }

    String text(long seed, LocalDate day) {
        StringBuilder text = new StringBuilder();
        text.append("%s, seed %d: %,d damaged files.%n%n".formatted(day, seed, verdicts.size()));
        text.append(head("made of"));
        grouped(verdict -> Stream.of(origin(verdict))).forEach((name, those) -> text.append(row(name, those)));
        text.append(row("**all**", verdicts))
                .append("\nMost files were damaged more than once and count in each row:\n\n");
        text.append(head("damage"));
        grouped(verdict -> mutator.damaged(verdict.number()).injuries().stream().map(Injury::toString))
                .forEach((name, those) -> text.append(row(name, those)));
        text.append("\nRefused as: ").append(words(Kind.REFUSED)).append(".\n\n");
        text.append(costs()).append(details());
        return text.toString();
    }

    private String head(String first) {
        return "| %s | files | %s |%n"
                        .formatted(first, kinds.stream().map(Kind::heading).collect(Collectors.joining(" | ")))
                + "|---".repeat(kinds.size() + 2)
                + "|\n";
    }

    private Map<String, List<Verdict>> grouped(Function<Verdict, Stream<String>> names) {
        Map<String, List<Verdict>> groups = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            names.apply(verdict)
                    .forEach(name -> groups.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(verdict));
        }
        return groups;
    }

    private String origin(Verdict verdict) {
        return String.valueOf(mutator.origin(verdict.number()).getFileName());
    }

    private String row(String name, List<Verdict> verdicts) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        verdicts.forEach(verdict -> counts.merge(verdict.kind(), 1L, Long::sum));
        return "| %s | %d | %s |%n"
                .formatted(
                        name,
                        verdicts.size(),
                        kinds.stream()
                                .map(kind -> String.valueOf(counts.getOrDefault(kind, 0L)))
                                .collect(Collectors.joining(" | ")));
    }

    private String words(Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == kind)
                .collect(Collectors.groupingBy(Verdict::words, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String costs() {
        double all = verdicts.stream().mapToLong(Verdict::cpuMillis).sum() / 1000.0;
        long peak = verdicts.stream().mapToLong(Verdict::peakBytes).max().orElse(0);
        String longest = verdicts.stream()
                .sorted(Comparator.comparingLong(Verdict::cpuMillis).reversed())
                .limit(LONGEST_SHOWN)
                .map(verdict -> "%.1f s (file %d, of %s, %s)"
                        .formatted(
                                verdict.cpuMillis() / 1000.0,
                                verdict.number(),
                                origin(verdict),
                                verdict.kind().heading()))
                .collect(Collectors.joining(", "));
        return "Processor time: %.0f s in all, longest %s. Most real memory of a worker: %d MB.%n%n"
                .formatted(all, longest, peak >> 20);
    }

    private String details() {
        return verdicts.stream()
                .filter(verdict -> verdict.kind().compareTo(Kind.UNFORESEEN) >= 0)
                .limit(SHOWN)
                .map(verdict -> "- file %d (of %s), %s: `%s`%n"
                        .formatted(
                                verdict.number(),
                                origin(verdict),
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
