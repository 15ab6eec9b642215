package dev.slipway.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.store.Database;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftKillTest {
    private static final long HALF_A_SECOND = 500;

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasTypedHalfASecondBeforeAKillIsKept() throws Exception {
        Path file = folder.resolve("desk.db");
        Process typing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Writer keys = typing.outputWriter(StandardCharsets.UTF_8);
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(typing.getInputStream(), StandardCharsets.UTF_8))) {
            for (String title : new String[] {"E", "Ev", "Evening"}) {
                keys.write(title + "\n");
                keys.flush();
                assertThat(answers.readLine()).isEqualTo("typed");
            }
            // The promise is half a second, so half a second is what is waited; nothing else could tell.
            assertThat(typing.waitFor(HALF_A_SECOND, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            typing.destroyForcibly().waitFor();
        }

        try (Database database = Database.open(file)) {
            assertThat(new Drafts(database).all().getFirst().form().title()).isEqualTo("Evening");
        }
    }
}
