package dev.slipway.desk.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRunTest {
    private static final List<String> GRANDCHILD_AT_WORK =
            List.of("sh", "-c", "sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'; true");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "skipped: there is no /proc here");
    }

    @Test
    void theTimeOfChildrenOfChildrenIsCounted() {
        Usage idle = run(List.of("sh", "-c", "true"));
        Usage busy = run(GRANDCHILD_AT_WORK);
        assertThat(busy.cpuSeconds()).isGreaterThan(idle.cpuSeconds() + 0.05);
        assertThat(busy.peakBytes()).isPositive();
    }

    @Test
    void aCommandThatFailsIsNamedWithWhatItSaid() {
        assertThatThrownBy(() -> run(List.of("sh", "-c", "echo no such codec; exit 3")))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("status 3")
                .hasMessageContaining("no such codec");
    }

    private Usage run(List<String> command) {
        return new CommandRun(new CancelSignal(), folder.resolve("log"), Duration.ofMillis(5)).run(List.of(command));
    }
}
