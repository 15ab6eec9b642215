package dev.slipway.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Browsers that Debian packages. */
enum Browser {
    CHROMIUM("chromium", "/usr/bin/chromium"),
    FIREFOX("firefox", "/usr/bin/firefox-esr");

    private final String name;
    private final Path executable;

    Browser(String name, String executable) {
        this.name = name;
        this.executable = Path.of(executable);
    }

    Path executable() {
        return executable;
    }

    boolean isInstalled() {
        return Files.isExecutable(executable);
    }

    /** Skips the test where the browser is missing, and fails it instead when {@code CI=true}. */
    void require() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(isInstalled()).as("%s is needed", executable).isTrue();
        }
        assumeTrue(isInstalled(), () -> "skipped: " + executable + " is missing");
    }

    /** As the driver names it. */
    @Override
    public String toString() {
        return name;
    }
}
