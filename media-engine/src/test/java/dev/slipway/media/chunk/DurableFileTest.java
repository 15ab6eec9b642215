package dev.slipway.media.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    private final Path folder;
    private final Path file;
    private final Path fresh;

    DurableFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("seed");
        this.fresh = folder.resolve("seed.new");
    }

    @Test
    void whatIsWrittenReplacesWhatWasThereAndLeavesNothingBeside() throws IOException {
        DurableFile.write(file, new byte[] {1, 2, 3});
        DurableFile.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(fresh).doesNotExist();
    }

    @Test
    void whatACrashLeftDoesNotStopIt() throws IOException {
        Files.write(fresh, new byte[] {9, 9, 9});
        DurableFile.write(file, new byte[] {1});
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    // Windows keeps access lists instead of POSIX permissions.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsMadeWithTheRightsThatWereAskedFor() throws IOException {
        Files.write(fresh, new byte[] {9});
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.write(file, new byte[] {9});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        DurableFile.write(
                file,
                new byte[] {1},
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Its bytes are durable before it has the name, and the name before the method returns. */
    // Windows does not let a folder be opened, and so not be forced either.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bytesAreForcedToDiskBeforeTheNameIs() throws IOException {
        List<Path> forced = Forced.by(() -> DurableFile.write(file, new byte[] {1}));
        assertThat(forced).containsExactly(fresh, folder);
    }

    @Test
    void whatCannotBeReplacedStays() throws IOException {
        Files.createDirectory(file);
        Files.write(file.resolve("precious"), new byte[] {7});
        assertThatThrownBy(() -> DurableFile.write(file, new byte[] {1}))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("seed");
        assertThat(file.resolve("precious")).hasBinaryContent(new byte[] {7});
    }
}
