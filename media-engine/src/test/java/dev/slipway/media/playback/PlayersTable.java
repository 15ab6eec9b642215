package dev.slipway.media.playback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the matrix found, for people. */
final class PlayersTable {
    private static final Path DOCUMENT = Path.of("../docs/players.md");
    private static final String BEGIN = "<!-- written by PlayersMatrixIT -->\n";
    private static final String END = "<!-- end of what PlayersMatrixIT wrote -->";

    private static final int LONGEST_WORDS = 200;

    private final List<Attempt> attempts;
    private final Map<Browser, BrowserRun.Outcome> outcomes;
    private final List<String> failures = new ArrayList<>();

    PlayersTable(List<Attempt> attempts, Map<Browser, BrowserRun.Outcome> outcomes) {
        this.attempts = attempts;
        this.outcomes = outcomes;
    }

    /** Puts the table between its marks in the document. */
    void write() throws IOException {
        String text = Files.readString(DOCUMENT);
        Files.writeString(
                DOCUMENT,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table() + text.substring(text.indexOf(END)));
    }

    /** What disappointed, after the table was written. */
    List<String> failures() {
        return failures;
    }

    private String table() {
        StringBuilder table = new StringBuilder("Played on ")
                .append(LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC))
                .append(" with ")
                .append(versions())
                .append(".\n\n| film | player | playlist | codec | rungs forced |");
        outcomes.forEach((browser, outcome) -> table.append(' ').append(browser).append(" |"));
        table.append("\n|---|---|---|---|---|").append("---|".repeat(outcomes.size()));
        attempts.forEach(attempt -> table.append('\n').append(row(attempt)));
        return table.append('\n').toString();
    }

    private String versions() {
        String browsers =
                outcomes.values().stream().map(BrowserRun.Outcome::version).collect(Collectors.joining(", "));
        BrowserRun.Outcome any = outcomes.values().iterator().next();
        return browsers + "; "
                + attempts.stream()
                        .map(attempt -> attempt.scene().player() + " "
                                + any.of(attempt.scene()).version())
                        .filter(words -> !words.endsWith(" "))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private String row(Attempt attempt) {
        Scene scene = attempt.scene();
        StringBuilder row = new StringBuilder("| ")
                .append(attempt.film().name())
                .append(scene.subtitles() == null ? "" : ", with subtitles")
                .append(" | ")
                .append(scene.player())
                .append(scene.isDash() ? " | DASH | " : " | HLS | ")
                .append(attempt.codec().inManifests())
                .append(scene.codec() == null ? ", its choice | " : ", held to it | ")
                .append(scene.heights().isEmpty() ? "one rung" : scene.heights())
                .append(" |");
        outcomes.forEach((browser, outcome) -> row.append(' ')
                .append(cell(browser, attempt, outcome.of(scene)))
                .append(" |"));
        return row.toString();
    }

    private String cell(Browser browser, Attempt attempt, Rehearsal rehearsal) {
        try {
            attempt.judge(rehearsal);
        } catch (AssertionError e) {
            String words = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            failures.add(browser + ", " + attempt.scene() + ": " + words);
            return "**fails**: "
                    + words.substring(0, Math.min(words.length(), LONGEST_WORDS))
                            .replace('|', '/');
        }
        Rehearsal.Frames frames = Objects.requireNonNull(rehearsal.frames());
        return "plays; longest stall %d ms; %d frames, %d dropped"
                .formatted(rehearsal.longestStillMillis(), frames.decoded(), frames.dropped());
    }
}
