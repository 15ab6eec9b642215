package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServiceProcessTest {
    @TempDir
    static Path natives;

    @Test
    void aServiceThatFallsSilentBeforeItIsReadyIsEndedWithTheReason() throws Exception {
        Ears ears = new Ears(3);
        try (ServiceProcess service = start(Duration.ofSeconds(2), ears)) {
            assertThat(ears.lastLines.get(30, TimeUnit.SECONDS))
                    .last()
                    .asString()
                    .isEqualTo("it said nothing for 2 s before it was ready and was ended");
            assertThat(ProcessHandle.of(service.pid())
                            .map(ProcessHandle::isAlive)
                            .orElse(false))
                    .isFalse();
        }
    }

    @Test
    void aServiceThatIsReadyMaySayNothingForLonger() throws Exception {
        Ears ears = new Ears(0);
        try (ServiceProcess service = start(Duration.ofMillis(10), ears)) {
            ears.spoken.get(60, TimeUnit.SECONDS);
            assertThat(service.pid()).as("no Java starts within 10 ms").isPositive();
        }
    }

    private static ServiceProcess start(Duration stall, Ears ears) {
        WorkerLimits limits = new WorkerLimits(64, 1L << 30, Duration.ofDays(1), Duration.ofMillis(20), stall);
        WorkerCommand command = OddJobs.command(natives, new Sandbox.ProcessOnly("test"));
        return ServiceProcess.start(command, limits, "mute", 2, ears);
    }

    /** Takes a service for ready once it said so many words. */
    private static final class Ears implements ServiceProcess.Listener {
        private final CompletableFuture<List<String>> lastLines = new CompletableFuture<>();
        private final CompletableFuture<Boolean> spoken = new CompletableFuture<>();
        private final int words;
        private volatile int heard;

        Ears(int words) {
            this.words = words;
        }

        @Override
        public void told(JsonNode value) {
            heard = value.asInt() + 1;
            spoken.complete(true);
        }

        @Override
        public boolean isReady() {
            return heard >= words;
        }

        @Override
        public void ended(int status, List<String> lines) {
            lastLines.complete(lines);
        }
    }
}
