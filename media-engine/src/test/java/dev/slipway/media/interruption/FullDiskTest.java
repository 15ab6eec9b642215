package dev.slipway.media.interruption;

import static dev.slipway.media.interruption.Runs.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that has room for the plan when a run begins, and none any more in the middle of it. */
class FullDiskTest {
    @TempDir
    static Path folder = Path.of("");

    private static Path film = Path.of("not made yet");

    @BeforeAll
    static void makeAFilm() throws Exception {
        assumeTrue(
                "true".equals(System.getenv("CI")) || "root".equals(System.getProperty("user.name")),
                "skipped: only root can mount a small disk");
        film = Runs.film(folder.resolve("film.mp4"));
        prepare(film, folder.resolve("unbroken"), ProgressListener.silent());
    }

    @Test
    void whatIsFinishedIsKeptAndGoneOnWithWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path output = disk.resolve("out");
        Path ballast = disk.resolve("ballast");
        Runs.system("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        try {
            assertThatThrownBy(() -> prepare(film, output, progress -> {
                        if (Runs.finishedChunks(output) > 0 && Files.notExists(ballast)) {
                            fill(ballast);
                        }
                    }))
                    .isInstanceOfSatisfying(MediaException.class, failure -> {
                        assertThat(failure.code()).isEqualTo(ProblemCode.DISK_FULL);
                        assertThat(failure)
                                .hasMessageContaining(output.toString())
                                .hasMessageContaining("goes on")
                                .hasMessageMatching("(?s).*at least \\d+ MB .* at most \\d+ MB.*");
                    });
            Files.delete(ballast);
            Runs.assertGoesOn(film, output, folder.resolve("unbroken"));
        } finally {
            Runs.system("umount", disk.toString());
        }
    }

    @Test
    void aDiskThatIsFullWhenTheFilesArePutTogetherKeepsAllChunks() throws Exception {
        long needed = 0;
        try (Stream<Path> files = Files.list(folder.resolve("unbroken"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                needed += Files.size(file);
            }
        }
        Path disk = Files.createDirectory(folder.resolve("tight"));
        Path output = disk.resolve("out");
        // Room for all chunks and not for all files beside them.
        Runs.system("mount", "-t", "tmpfs", "-o", "size=" + (needed * 5 / 4 >> 10) + "k", "tmpfs", disk.toString());
        try {
            assertThatThrownBy(() -> prepare(film, output, ProgressListener.silent()))
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ProblemCode.DISK_FULL));
            Runs.system("mount", "-o", "remount,size=24m", disk.toString());
            Runs.assertGoesOn(film, output, folder.resolve("unbroken"));
        } finally {
            Runs.system("umount", disk.toString());
        }
    }

    /** Somebody else takes all there is. */
    private static void fill(Path ballast) {
        Runs.system("sh", "-c", "head -c 100m /dev/zero > '" + ballast + "' || true");
    }
}
