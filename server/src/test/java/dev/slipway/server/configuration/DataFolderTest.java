package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void oneFolderServesOneServerAtATime() throws IOException {
        try (DataFolder held = DataFolder.open(folder)) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> DataFolder.open(folder))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.DATA_IN_USE))
                    .withMessageContaining(held.root().toString());
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aFolderIsTheSameByWhateverName() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), data);
        try (DataFolder held = DataFolder.open(alias)) {
            assertThat(held.root()).isEqualTo(data.toRealPath());
        }
    }

    @Test
    void aKeyIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            KeyFolder keys = new KeyFolder(data, new SecureRandom());
            byte[] key = keys.key("secret", null, candidate -> true);
            assertThat(keys.key("secret", null, candidate -> true))
                    .isEqualTo(key)
                    .hasSize(32);
            assertThat(Files.getPosixFilePermissions(keys.file("secret")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(data.root()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "hunter2");
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            KeyFolder keys = new KeyFolder(data, new SecureRandom());
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> keys.key("operator", file, candidate -> true))
                    .withMessageContaining(file.toString())
                    .withMessageNotContaining("hunter2");
        }
    }
}
