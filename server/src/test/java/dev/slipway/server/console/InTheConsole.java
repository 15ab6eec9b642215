package dev.slipway.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.server.testing.Browser;
import dev.slipway.server.testing.ServerTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Chromium before a whole server with one moderator, where nothing waits when a test begins. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
            // One address signs in here more often than an office does.
            "slipway.limit-sign-in=0"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InTheConsole {
    final Cases cases;
    final String origin;
    final Browser browser = Browser.start();

    InTheConsole(ApplicationContext server, int port) {
        this.cases = new Cases(server);
        this.origin = "http://127.0.0.1:" + port;
    }

    @BeforeEach
    void begin() {
        cases.settleAll();
    }

    /** What the server refuses stands in the browser's log by itself; everything else there is a fault. */
    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(browser.takeComplaints())
                .filteredOn(complaint -> !complaint.contains("the server responded with a status of 4"))
                .isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }
}
