package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step, every process. Writes its table into docs/reliability.md, so that the document is what happened. */
@Tag("long")
class KillMatrixIT {
    private static final String BEGIN = "<!-- written by KillMatrixIT -->";
    private static final String END = "<!-- end of what KillMatrixIT wrote -->";

    @Test
    void everyKillIsSurvivedPaidOnceAndPublishedOnce(@TempDir Path folder) throws IOException, InterruptedException {
        List<KillScenario.Outcome> outcomes = new ArrayList<>();
        try (Shipyard shipyard = Shipyard.open(folder)) {
            KillScenario scenario = new KillScenario(shipyard);
            for (Kill kill : Kill.values()) {
                outcomes.add(scenario.run(kill));
            }
        }
        write(outcomes);

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.paid()).as("%s", outcome.kill()).isEqualTo(Shipyard.PRICE);
            assertThat(outcome.published()).as("%s", outcome.kill()).isEqualTo(1);
        });
    }

    private static void write(List<KillScenario.Outcome> outcomes) throws IOException {
        Path document = Checkout.root().resolve("docs/reliability.md");
        String text = Files.readString(document);
        StringBuilder table = new StringBuilder(BEGIN)
                .append("\n| killed with SIGKILL | when | the interrupted command | after the same command again |\n")
                .append("|---|---|---|---|\n");
        outcomes.forEach(outcome -> table.append(outcome.tableRow()).append('\n'));
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        assertThat(from).as("the mark %s in %s", BEGIN, document).isBetween(0, to);
        Files.writeString(document, text.substring(0, from) + table + text.substring(to));
    }
}
