package dev.slipway.desk.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DeskLogTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aFailureIsFoundByTheNameThatTheScreenShows() throws IOException {
        Path file = folder.resolve("home").resolve("desk.log");
        try (DeskLog _ = DeskLog.writeTo(file)) {
            fail("The node is away.");
        }
        assertThat(Files.readString(file))
                .contains(ProblemReference.of(ProblemCode.CHAIN_UNAVAILABLE, "The node is away."))
                .contains("The node is away.", "DeskLogTest");

        fail("The log is closed.");
        assertThat(Files.readString(file)).doesNotContain("The log is closed.");
    }

    @Test
    void otherWordsHaveAnotherName() {
        assertThat(ProblemReference.of(ProblemCode.CHAIN_UNAVAILABLE, "one"))
                .matches("chain-unavailable-[0-9a-f]{6}")
                .isEqualTo(ProblemReference.of(ProblemCode.CHAIN_UNAVAILABLE, "one"))
                .isNotEqualTo(ProblemReference.of(ProblemCode.CHAIN_UNAVAILABLE, "two"));
    }

    @Test
    void afterAMebibyteItBeginsAnewAndTheOldOneIsKept() throws IOException {
        Path file = Files.write(folder.resolve("desk.log"), new byte[(1 << 20) + 1]);
        try (DeskLog _ = DeskLog.writeTo(file)) {
            fail("news");
        }
        assertThat(Files.readString(file)).contains("news");
        assertThat(file).satisfies(now -> assertThat(Files.size(now)).isLessThan(1 << 20));
        assertThat(folder.resolve("desk.log.1")).hasSize((1 << 20) + 1);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void itIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("desk.log");
        DeskLog.writeTo(file).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void fail(String words) {
        try (Background background = new Background(Runnable::run)) {
            background.run(
                    () -> {
                        throw new DeskException(ProblemCode.CHAIN_UNAVAILABLE, words);
                    },
                    done -> {},
                    failed -> {});
        }
    }
}
