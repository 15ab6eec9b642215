package dev.slipway.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartTest {
    private static final Sandbox OPEN = new Sandbox.ProcessOnly("test");
    private static final Sandbox CLOSED = new Sandbox.Bubblewrap(Path.of("/usr/bin/bwrap"));
    private static final String MAKES_IT = "-XX:+AutoCreateSharedArchive";

    @TempDir
    Path folder;

    private Path one;
    private Path other;

    @BeforeEach
    void jars() throws Exception {
        one = Files.createFile(folder.resolve("one.jar"));
        other = Files.createFile(folder.resolve("other.jar"));
    }

    @Test
    void eachSetOfJarsHasAnArchiveOfItsOwn() {
        Path archive = QuickStart.archive(List.of(one, other), folder).orElseThrow();
        assertThat(archive.getParent()).isEqualTo(folder);
        assertThat(QuickStart.archive(List.of(one, other), folder)).contains(archive);
        assertThat(QuickStart.archive(List.of(one), folder).orElseThrow()).isNotEqualTo(archive);
    }

    @Test
    void classesInFoldersAreNotArchived() {
        assertThat(QuickStart.archive(List.of(one, folder), folder)).isEmpty();
    }

    @Test
    void onlyAWorkerThatMayWriteMakesTheArchive() {
        var archive = QuickStart.archive(List.of(one), folder);
        assertThat(QuickStart.options(archive, OPEN)).contains(MAKES_IT);
        assertThat(QuickStart.options(archive, CLOSED))
                .doesNotContain(MAKES_IT)
                .contains("-XX:SharedArchiveFile=" + archive.orElseThrow());
    }
}
