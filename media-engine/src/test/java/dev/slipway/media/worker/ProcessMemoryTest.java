package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void whatAProcessStartedCountsWithIt() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "skipped: this is no Linux");
        Process shell = new ProcessBuilder("sh", "-c", "tail -f /dev/null & wait").start();
        try {
            ProcessHandle child = started(shell);
            long alone = ProcessMemory.residentBytes(child.pid());
            assertThat(alone).isPositive();
            assertThat(ProcessMemory.residentBytes(shell.pid())).isGreaterThan(alone);
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
        assertThat(ProcessMemory.residentBytes(shell.pid())).isZero();
    }

    private static ProcessHandle started(Process shell) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<ProcessHandle> child = Optional.empty();
        while (child.isEmpty() && System.nanoTime() < deadline) {
            child = shell.children().findFirst();
        }
        return child.orElseThrow();
    }
}
