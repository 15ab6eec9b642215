package dev.slipway.desk.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTimeTest {
    @Test
    void theTimeOfWhatHasEndedStaysCounted() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "skipped: there is no /proc here");
        Process process = new ProcessBuilder(
                        "sh", "-c", "sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; true")
                .start();
        try (TreeTime time = TreeTime.of(List.of(process.toHandle()))) {
            process.waitFor();
            double ended = time.seconds();
            assertThat(ended).isGreaterThan(0.05);
            assertThat(time.seconds()).as("what has ended takes nothing more").isEqualTo(ended);
        }
    }
}
