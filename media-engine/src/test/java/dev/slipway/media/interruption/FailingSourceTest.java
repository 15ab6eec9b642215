package dev.slipway.media.interruption;

import static dev.slipway.media.interruption.Runs.finishedChunks;
import static dev.slipway.media.interruption.Runs.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that was whole when it was probed and is not when it is read. */
class FailingSourceTest {
    @TempDir
    static Path folder = Path.of("");

    private static Path film = Path.of("not made yet");

    @BeforeAll
    static void makeAFilm() throws Exception {
        film = Runs.film(folder.resolve("film.mp4"));
        prepare(film, folder.resolve("unbroken"), ProgressListener.silent());
    }

    @Test
    void aFileThatIsCutShortInMidRunIsNoticedAndTheNextRunGoesOnWithTheWholeOne() throws Exception {
        Path clip = Files.copy(film, folder.resolve("cut.mp4"));
        Path output = folder.resolve("cut");

        assertThatThrownBy(() -> prepare(clip, output, progress -> {
                    if (finishedChunks(output) > 0) {
                        cut(clip, fileSize(film) * 9 / 10);
                    }
                }))
                .isInstanceOfSatisfying(MediaException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ProblemCode.TRUNCATED);
                    assertThat(failure)
                            .hasMessageContaining("cut.mp4 ends earlier")
                            .hasMessageContaining("goes on");
                });

        Files.copy(film, clip, StandardCopyOption.REPLACE_EXISTING);
        Runs.assertGoesOn(clip, output, folder.resolve("unbroken"));
    }

    /** The disk is a file; what lies behind its new end cannot be read any more. */
    @Test
    void aDiskThatFailsInMidRunIsNamedAndTheNextRunGoesOn() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control")),
                "skipped: only root can mount a disk that fails, and only where there are loop devices");
        Path disk = folder.resolve("disk");
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        try (RandomAccessFile image = new RandomAccessFile(disk.toFile(), "rw")) {
            image.setLength(2 * Files.size(film) + (4 << 20));
        }
        Runs.system("mke2fs", "-q", "-F", "-t", "ext2", disk.toString());
        Path output = folder.resolve("failing");
        Path clip = mounted.resolve("film.mp4");
        mount(disk, mounted, "loop");
        try {
            Files.copy(film, clip);
            Runs.system("umount", mounted.toString());
            Path copy = Files.copy(disk, folder.resolve("copy"));
            mount(disk, mounted, "loop,ro");
            assertThatThrownBy(() -> prepare(clip, output, progress -> {
                        if (finishedChunks(output) > 0) {
                            cut(disk, fileSize(film) / 2);
                            forget(clip);
                        }
                    }))
                    .isInstanceOfSatisfying(MediaException.class, failure -> {
                        assertThat(failure.code()).isEqualTo(ProblemCode.FILE_NOT_FOUND);
                        assertThat(failure)
                                .hasMessageContaining("Check the disk")
                                .hasMessageContaining("goes on");
                    });
            Runs.system("umount", mounted.toString());
            mount(copy, mounted, "loop,ro");
            Runs.assertGoesOn(clip, output, folder.resolve("unbroken"));
        } finally {
            Runs.system("umount", mounted.toString());
        }
    }

    private static void mount(Path disk, Path at, String options) {
        Runs.system("mount", "-o", options, disk.toString(), at.toString());
    }

    /** Drops what the system keeps of a file in memory. */
    private static void forget(Path file) {
        Runs.system("dd", "if=" + file, "of=/dev/null", "iflag=nocache", "count=0");
    }

    private static void cut(Path file, long bytes) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(Math.min(bytes, open.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long fileSize(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
