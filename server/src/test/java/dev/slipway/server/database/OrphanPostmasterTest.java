package dev.slipway.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that look as a postmaster does: a program named postgres with -D and a folder. */
@EnabledOnOs(OS.LINUX)
class OrphanPostmasterTest {
    @TempDir
    private Path folder;

    private Path cluster;
    private Path pidFile;
    private Process postgres;

    @BeforeEach
    void cluster() throws IOException {
        cluster = Files.createDirectory(folder.resolve("cluster"));
        pidFile = cluster.resolve("postmaster.pid");
        postgres = postgresOn(cluster);
    }

    @AfterEach
    void end() throws InterruptedException {
        postgres.destroyForcibly().waitFor();
    }

    @Test
    void oneOnThisClusterByAnotherNameIsStopped() throws Exception {
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), cluster);
        writePid(startOf(postgres));

        OrphanPostmaster.stop(alias);

        assertThat(postgres.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void oneThatBeganAtAnotherTimeOnAnotherClusterIsLeftAlone() throws Exception {
        Path restored = Files.createDirectory(folder.resolve("restored"));
        pidFile = restored.resolve("postmaster.pid");
        writePid(startOf(postgres).minusSeconds(3));

        OrphanPostmaster.stop(restored);

        assertThat(postgres.isAlive()).isTrue();
        assertThat(pidFile).as("a leftover").doesNotExist();
    }

    @Test
    void oneWhoseFolderWasMovedIsNeitherStoppedNorForgotten() throws Exception {
        Path moved = Files.move(cluster, folder.resolve("moved"));
        pidFile = moved.resolve("postmaster.pid");
        writePid(startOf(postgres));
        Files.createDirectory(cluster);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> OrphanPostmaster.stop(moved))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.DATA_IN_USE))
                .withMessageContaining("Process " + postgres.pid());

        assertThat(postgres.isAlive()).isTrue();
        assertThat(pidFile).exists();
    }

    @Test
    void aFileWhoseProcessHasEndedIsALeftover() throws Exception {
        writePid(startOf(postgres));
        postgres.destroyForcibly().waitFor();

        OrphanPostmaster.stop(cluster);

        assertThat(pidFile).doesNotExist();
    }

    /** A shell that waits for a line which never comes. */
    private Process postgresOn(Path data) throws IOException {
        Path program = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve("postgres"));
        return new ProcessBuilder(List.of(program.toString(), "-c", "read line", "-D", data.toString())).start();
    }

    private static Instant startOf(Process process) {
        return process.info().startInstant().orElseThrow();
    }

    private void writePid(Instant start) throws IOException {
        Files.write(pidFile, List.of(Long.toString(postgres.pid()), cluster.toString(), "" + start.getEpochSecond()));
    }
}
