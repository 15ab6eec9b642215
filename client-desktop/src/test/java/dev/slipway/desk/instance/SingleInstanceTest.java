package dev.slipway.desk.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theSecondStartHandsItsFilesToTheFirst() throws Exception {
        Path film = folder.resolve("фильм 1.mp4");
        try (SingleInstance first = SingleInstance.claim(folder, List.of()).orElseThrow()) {
            var heard = CompletableFuture.supplyAsync(first::next);

            assertThat(SingleInstance.claim(folder, List.of(film))).isEmpty();

            assertThat(heard.get(10, TimeUnit.SECONDS)).contains(List.of(film));
        }
    }

    @Test
    void afterTheFirstHasEndedTheNextIsTheWindow() {
        SingleInstance.claim(folder, List.of()).orElseThrow().close();
        try (SingleInstance next = SingleInstance.claim(folder, List.of()).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void closingEndsTheWait() throws Exception {
        SingleInstance only = SingleInstance.claim(folder, List.of()).orElseThrow();
        var heard = CompletableFuture.supplyAsync(only::next);
        only.close();
        only.close();
        assertThat(heard.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aWindowThatDoesNotAnswerIsSaid() throws Exception {
        try (SingleInstance first = SingleInstance.claim(folder, List.of()).orElseThrow()) {
            assertThat(first).isNotNull();
            Files.writeString(
                    folder.resolve("window.address"), folder.resolve("nobody").toString());
            assertThatThrownBy(() -> SingleInstance.claim(folder, List.of()))
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("Close it");
        }
    }
}
