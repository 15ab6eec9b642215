package dev.slipway.desk.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = new Machine(Instant.EPOCH, 2, "Abacus", "Linux 1", "25");

    @TempDir
    private Path folder;

    @Test
    void medianAndPercentileLieBetweenTheNearestRanks() {
        assertThat(Figures.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Figures.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
        assertThat(Figures.percentile(List.of(0.0, 10.0), 0.95)).isEqualTo(9.5);
    }

    @Test
    void aPromiseIsMissedOnlyAboveItsTarget() {
        assertThat(result(1.05, 1.05).missed(Scale.FULL)).isFalse();
        assertThat(result(1.06, 1.05).verdict(Scale.FULL)).contains("MISSED").contains("1.060");
        assertThat(result(7.0, null).missed(Scale.FULL)).isFalse();
    }

    @Test
    void aQuickRunIsHeldToNoTarget() throws IOException {
        BenchResult over = result(1.06, 1.05);
        assertThat(over.missed(Scale.QUICK)).isFalse();
        assertThat(over.verdict(Scale.QUICK)).isEqualTo("1.060, not judged");

        new Report(MACHINE, Scale.QUICK, List.of(over)).write(folder.resolve("results"), folder, null);
        assertThat(folder.resolve("results/bench.md"))
                .content()
                .contains("not judged")
                .doesNotContain("MISSED");
    }

    @Test
    void theTablesOfTheDocumentationAreReplacedBetweenTheirMarkersOnly() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(
                docs.resolve("codecs.md"), "before\n<!-- bench:speed-1 -->\nold\n<!-- /bench:speed-1 -->\nafter\n");

        new Report(MACHINE, Scale.FULL, List.of(result(1.0, 1.05))).write(folder.resolve("results"), folder, docs);

        assertThat(docs.resolve("codecs.md"))
                .content()
                .startsWith("before\n<!-- bench:speed-1 -->\n1970-01-01 00:00 UTC, 2 × Abacus.")
                .contains("| rung | kB |")
                .doesNotContain("old")
                .endsWith("<!-- /bench:speed-1 -->\nafter\n");
        assertThat(docs.resolve("bench.md"))
                .content()
                .contains("1.000, met (at most 1.050)", "tool --with 'a word' ~/clip.mp4");
        var json = Json.LENIENT.readTree(Files.readString(folder.resolve("results/bench.json")));
        assertThat(json.path("results").get(0).path("figure").asDouble()).isEqualTo(1);
    }

    /** Written by a bench that told no times of its items, and measured in part since. */
    @Test
    void whatIsNotMeasuredAgainStaysInTheDocumentationWithItsTime() throws IOException {
        Path docs = Files.createDirectories(folder.resolve("docs"));
        Files.writeString(docs.resolve("bench.md"), """
                # Bench

                - 1969-12-31 23:00 UTC
                - 1 × Abacus

                | item | question | result |
                |---|---|---|
                | speed-1 | how fast | 9.000, MISSED (at most 1.050) |
                | memory-1h | how much | 0.048, met (at most 0.050) |

                ## speed-1
                how fast: 9.000.

                ## memory-1h
                how much: 0.048.

                | first half |
                |---|
                | 7 MB |
                """);
        Report report = new Report(MACHINE, Scale.FULL, List.of(result(1.0, 1.05)));
        report.write(folder.resolve("results"), folder, docs);
        report.write(folder.resolve("results"), folder, docs);

        assertThat(docs.resolve("bench.md"))
                .content()
                .containsOnlyOnce("| speed-1 | how fast | 1.000, met (at most 1.050) |\n| memory-1h | how much")
                .containsOnlyOnce("## speed-1\nMeasured 1970-01-01 00:00 UTC.")
                .containsOnlyOnce("## memory-1h\nMeasured 1969-12-31 23:00 UTC.\n\nhow much: 0.048.")
                .contains("| 7 MB |")
                .doesNotContain("9.000");
        assertThat(folder.resolve("results/bench.md")).content().doesNotContain("memory-1h");
    }

    private static BenchResult result(double figure, @Nullable Double target) {
        return new BenchResult(
                "speed-1",
                "how fast",
                figure,
                target,
                new Table(List.of("rung", "kB"), List.of(List.of("top", "7"))),
                Map.of("ours", List.of(figure)),
                List.of("tool --with 'a word' " + Path.of(System.getProperty("user.home"), "clip.mp4")),
                List.of());
    }
}
