package dev.slipway.desk.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleInstanceTest {
    private static final Duration SHORT = Duration.ofMillis(700);

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
    void aWindowThatIsThereAndDoesNotAnswerIsSaidWithItsProcess() {
        // It listens, but nobody takes what comes: as a process does that was stopped.
        try (SingleInstance first = SingleInstance.claim(folder, List.of()).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> SingleInstance.claim(folder, List.of(), SHORT))
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("does not answer")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .satisfies(told -> assertThat(((DeskException) told).code()).isEqualTo(ProblemCode.FOLDER_IN_USE));
        }
    }

    @Test
    void aWindowWhoseSocketIsNowhereIsSaid() throws Exception {
        try (SingleInstance first = SingleInstance.claim(folder, List.of()).orElseThrow()) {
            assertThat(first).isNotNull();
            Files.writeString(
                    folder.resolve("window.address"), folder.resolve("nobody").toString());
            assertThatThrownBy(() -> SingleInstance.claim(folder, List.of(), SHORT))
                    .isInstanceOf(DeskException.class)
                    .hasMessageContaining("close that window");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a folder whose name is so long that no socket in it could be named, whatever is done"})
    void aSocketThatWasTakenAwayIsMadeAnew(String below) throws Exception {
        Path home = folder.resolve(below);
        try (SingleInstance first = SingleInstance.claim(home, List.of()).orElseThrow()) {
            Path socket = Address.read(home).socket();
            Files.delete(socket);
            if (!socket.startsWith(home)) {
                Files.delete(Objects.requireNonNull(socket.getParent()));
            }
            var heard = CompletableFuture.supplyAsync(first::next);
            assertThat(SingleInstance.claim(home, List.of(Path.of("/film.mp4"))))
                    .isEmpty();
            assertThat(heard.get(10, TimeUnit.SECONDS)).contains(List.of(Path.of("/film.mp4")));
        }
    }

    @Test
    void whereTheFolderIsShortEnoughNothingLiesAmongTheTemporaryFiles() throws Exception {
        Path home = Files.createTempDirectory(Path.of("/tmp"), "s");
        try (SingleInstance first = SingleInstance.claim(home, List.of()).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(Address.read(home).socket()).hasParentRaw(home);
        }
        assertThat(home).isDirectoryNotContaining(file -> file.endsWith("window.socket"));
    }

    @Test
    void aFileInTheFoldersPlaceIsSaidAsSuch() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> SingleInstance.claim(file, List.of()))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("is a file and not a folder")
                .hasMessageContaining("SLIPWAY_HOME")
                .hasMessageNotContaining("Another Slipway window");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidAsSuch() {
        // Nobody may make anything there, root neither.
        assertThatThrownBy(() -> SingleInstance.claim(Path.of("/proc/slipway"), List.of()))
                .isInstanceOf(DeskException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageNotContaining("Another Slipway window");
    }
}
