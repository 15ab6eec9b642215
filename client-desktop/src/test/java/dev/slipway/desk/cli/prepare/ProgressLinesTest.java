package dev.slipway.desk.cli.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.console.Console;
import dev.slipway.media.run.Progress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant time = Instant.EPOCH;
    private final ProgressLines lines = new ProgressLines(
            new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    Console.Audience.PROGRAMS,
                    Console.Screen.LOG),
            () -> time);

    @Test
    void noTimeIsToldBeforeAnyIsKnown() {
        tell(new Progress(0, 0, 0, 0, Map.of()));
        tell(new Progress(0.01, 30, 1, 12.5, Map.of()));
        tell(new Progress(1, 30, 1, 0, Map.of()));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        unknown ->
                                assertThat(unknown).contains("\"fraction\":0.0").doesNotContain("secondsLeft"),
                        known -> assertThat(known).contains("\"secondsLeft\":12.5"),
                        done -> assertThat(done).contains("\"secondsLeft\":0.0"));
    }

    private void tell(Progress progress) {
        time = time.plusSeconds(1);
        lines.engine(progress);
    }
}
