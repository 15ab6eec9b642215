package dev.slipway.desk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class StayAwakeTest {
    private final Set<Long> before =
            ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());

    @Test
    void oneProgramHoldsItFromTheBeginningToTheEnd() throws Exception {
        ProcessHandle last;
        try (StayAwake awake = new StayAwake(List.of("cat"))) {
            awake.begin();
            ProcessHandle holding = started().orElseThrow();
            awake.begin();
            assertThat(started()).as("it holds already").contains(holding);

            awake.end();
            holding.onExit().get(10, TimeUnit.SECONDS);
            awake.begin();
            last = started().orElseThrow();
            assertThat(last).isNotEqualTo(holding);
        }
        last.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whereTheProgramIsMissingNothingHappens() {
        try (StayAwake awake = new StayAwake(List.of("no-such-program-of-slipway"))) {
            awake.begin();
            assertThat(started()).isEmpty();
        }
    }

    @Test
    void theReasonIsOneArgument() {
        assertThat(StayAwake.commandFor(OperatingSystem.LINUX, "A video; rm -rf /", 7))
                .startsWith("systemd-inhibit", "--what=idle:sleep")
                .contains("--why=A video; rm -rf /")
                .endsWith("cat");
        assertThat(StayAwake.commandFor(OperatingSystem.MAC, "", 7)).containsExactly("caffeinate", "-i", "-w", "7");
    }

    /** Of this test: other tests' programs were there before. */
    private Optional<ProcessHandle> started() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive() && !before.contains(child.pid()))
                .findFirst();
    }
}
