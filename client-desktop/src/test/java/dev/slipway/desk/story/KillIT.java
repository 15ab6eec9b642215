package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kills that would cost money or files if they went wrong; all of them run with {@code ./slipway test --long}. */
@TestInstance(Lifecycle.PER_CLASS)
class KillIT {
    private Shipyard shipyard;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        shipyard = Shipyard.open(folder);
    }

    @AfterAll
    void close() throws InterruptedException {
        shipyard.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kill.class,
            names = {"DESK_MID_PREPARE", "DESK_PAYING", "SERVER_UPLOADING", "CHECKER_VERIFYING"})
    void theSameCommandGoesOnPaysOnceAndPublishesOnce(Kill kill) throws IOException, InterruptedException {
        KillScenario.Outcome outcome = new KillScenario(shipyard).run(kill);

        assertThat(outcome.paid()).isEqualTo(Shipyard.PRICE);
        assertThat(outcome.published()).isEqualTo(1);
    }
}
