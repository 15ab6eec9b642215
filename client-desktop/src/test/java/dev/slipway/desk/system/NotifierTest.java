package dev.slipway.desk.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A creator can call a video anything; no part of it becomes a command or an option. */
class NotifierTest {
    private static final String TITLE = "--hint=x \"; do shell script \"rm\" $(id)";

    @Test
    void onLinuxAndMacWordsAreArgumentsOfTheirOwn() {
        assertThat(new Notifier(OperatingSystem.LINUX).commandFor(TITLE, "Published"))
                .endsWith("--", TITLE, "Published");
        assertThat(new Notifier(OperatingSystem.MAC).commandFor(TITLE, "Published"))
                .endsWith("end run", TITLE, "Published");
    }

    @Test
    void onWindowsWordsAreInTheEnvironmentAlone() {
        List<String> command = new Notifier(OperatingSystem.WINDOWS).commandFor(TITLE, "Published");
        assertThat(command).noneMatch(argument -> argument.contains(TITLE) || argument.contains("Published"));
    }
}
