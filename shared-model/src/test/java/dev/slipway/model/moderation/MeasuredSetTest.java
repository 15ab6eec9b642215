package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much of what it should find the starting list finds, and how much of what it should not. */
class MeasuredSetTest {
    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE_ALARMS = 0.02;
    private static final int LEAST_PHRASES = 400;

    private final List<Phrase> phrases = Phrase.all();
    private final WordList list = StartingList.read();

    MeasuredSetTest() throws IOException {}

    @Test
    void theSetIsLargeAndHalfOfItIsInnocentAndHalfOfItIsHeldOut() {
        assertThat(phrases).hasSizeGreaterThanOrEqualTo(LEAST_PHRASES).doesNotHaveDuplicates();
        assertThat(share(phrases, phrase -> !phrase.isBad())).isBetween(0.45, 0.6);
        assertThat(share(phrases, Phrase::isHeldOut)).isBetween(0.45, 0.55);
    }

    @Test
    void disguisedAndInflectedFormsAreFoundAndInnocentWordsPass() {
        assertGood(phrase -> !phrase.isHeldOut(), "of those looked at");
        assertGood(phrase -> true, "of all");
        assertGood(Phrase::isHeldOut, "of those held out");
    }

    @Test
    void theDocumentHasTheMeasuredNumbers() throws IOException {
        Path document = Path.of("../docs/moderation.md");
        String begin = "<!-- written by MeasuredSetTest -->\n";
        String end = "<!-- end of what MeasuredSetTest wrote -->";
        String whole = Files.readString(document);
        int from = whole.indexOf(begin) + begin.length();
        String current = whole.substring(0, from) + table() + whole.substring(whole.indexOf(end));
        Path fresh = Path.of("target", "moderation.md").toAbsolutePath();
        Files.writeString(fresh, current);

        assertThat(whole)
                .as("docs/moderation.md is out of date. Refresh it: cp %s %s", fresh, document)
                .isEqualTo(current);
    }

    private void assertGood(Predicate<Phrase> which, String name) {
        List<Phrase> chosen = phrases.stream().filter(which).toList();
        assertThat(recall(chosen)).as("recall " + name + wrong(which)).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(falseAlarms(chosen))
                .as("false alarms " + name + wrong(which))
                .isLessThanOrEqualTo(MOST_FALSE_ALARMS);
    }

    private String table() {
        Map<String, List<Phrase>> kinds = new TreeMap<>();
        phrases.forEach(phrase -> kinds.computeIfAbsent(
                        (phrase.isBad() ? "found: " : "passed: ") + phrase.kind(), any -> new ArrayList<>())
                .add(phrase));
        StringBuilder table =
                new StringBuilder("| phrases | looked at | right | held out | right |\n|---|---|---|---|---|\n");
        kinds.forEach((kind, those) -> table.append(row(kind, those)));
        table.append(row(
                "**found, of all bad ones**",
                phrases.stream().filter(Phrase::isBad).toList()));
        table.append(row(
                "**passed, of all innocent ones**",
                phrases.stream().filter(phrase -> !phrase.isBad()).toList()));
        return table.toString();
    }

    private String row(String name, List<Phrase> those) {
        return "| %s | %s | %s |\n"
                .formatted(
                        name,
                        cells(those.stream()
                                .filter(phrase -> !phrase.isHeldOut())
                                .toList()),
                        cells(those.stream().filter(Phrase::isHeldOut).toList()));
    }

    private String cells(List<Phrase> those) {
        long right = those.stream().filter(this::isRight).count();
        return those.isEmpty()
                ? "0 | "
                : "%d | %d (%.1f %%)".formatted(those.size(), right, 100.0 * right / those.size());
    }

    private String wrong(Predicate<Phrase> which) {
        return phrases.stream()
                .filter(which)
                .filter(phrase -> !isRight(phrase))
                .map(phrase -> "\n" + phrase + " " + list.in("text", phrase.text()))
                .collect(Collectors.joining());
    }

    private boolean isRight(Phrase phrase) {
        return phrase.isBad() != list.in("text", phrase.text()).isEmpty();
    }

    private double recall(List<Phrase> those) {
        return share(those.stream().filter(Phrase::isBad).toList(), this::isRight);
    }

    private double falseAlarms(List<Phrase> those) {
        return share(those.stream().filter(phrase -> !phrase.isBad()).toList(), phrase -> !isRight(phrase));
    }

    private static double share(List<Phrase> of, Predicate<Phrase> which) {
        return (double) of.stream().filter(which).count() / of.size();
    }
}
