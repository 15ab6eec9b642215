package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    private final Path target;

    WorkFolderTest(@TempDir Path folder) {
        this.target = folder.resolve("out");
    }

    @Test
    void aSecondRunIsRefusedWithTheFoldersNameWhileTheFirstIsAtWork() throws IOException {
        try (WorkFolder first = WorkFolder.open(target)) {
            Files.writeString(first.file("half-made"), "x");
            assertThatThrownBy(() -> WorkFolder.open(target)).isInstanceOfSatisfying(MediaException.class, refusal -> {
                assertThat(refusal.code()).isEqualTo(ProblemCode.FOLDER_IN_USE);
                assertThat(refusal).hasMessageContaining(target.toString());
            });
            assertThat(first.file("half-made")).exists();
        }
        WorkFolder.open(target).close();
    }

    @Test
    void aLockGoesWithTheProcessThatHeldIt() throws Exception {
        Process holder = startHolder();
        try {
            assertThat(firstWord(holder)).isEqualTo("held");
            assertThatThrownBy(() -> WorkFolder.open(target)).isInstanceOf(MediaException.class);
        } finally {
            holder.destroyForcibly();
            holder.waitFor();
        }
        WorkFolder.open(target).close();
    }

    @Test
    void aRefusedSecondAttemptInTheSameProcessDoesNotLetOtherProcessesIn() throws Exception {
        try (WorkFolder first = WorkFolder.open(target)) {
            Path link = Files.createSymbolicLink(target.resolveSibling("link"), target);
            assertThatThrownBy(() -> WorkFolder.open(target)).isInstanceOf(MediaException.class);
            assertThatThrownBy(() -> WorkFolder.open(link)).isInstanceOf(MediaException.class);
            Process stranger = startHolder();
            try {
                assertThat(firstWord(stranger)).as("the first run still has it").isNull();
            } finally {
                stranger.destroyForcibly();
                stranger.waitFor();
            }
            assertThat(first.target()).exists();
        }
        WorkFolder.open(target).close();
    }

    private Process startHolder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static @Nullable String firstWord(Process holder) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            return out.readLine();
        }
    }

    @Test
    void deletingLeavesTheFinishedFilesAlone() throws IOException {
        WorkFolder folder = WorkFolder.open(target);
        Files.createDirectories(folder.chunks());
        Files.writeString(folder.chunks().resolve("journal"), "x");
        Files.writeString(folder.file("done.mp4"), "x");
        folder.publish(List.of("done.mp4"));
        folder.delete(target.resolveSibling("holiday.mp4"));
        assertThat(target.resolve("done.mp4")).exists();
        assertThat(WorkFolder.existsIn(target)).isFalse();
    }

    @Test
    void aWorkFolderThatIsALinkIsRefusedAndWhatItPointsToStays() throws IOException {
        Path elsewhere = Files.createDirectories(target.resolveSibling("elsewhere"));
        Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
        Files.createDirectories(target);
        Path work = Files.createSymbolicLink(target.resolve(".work"), elsewhere);
        refused(work, "is a link");
        Files.delete(work);
        Files.createDirectories(work);
        Path chunks = Files.createSymbolicLink(work.resolve("chunks"), elsewhere);
        refused(chunks, "is a link");
        Files.delete(chunks);
        Files.delete(work);
        Files.writeString(work, "a note");
        refused(work, "is a file");
        assertThat(elsewhere).isDirectoryContaining(precious::equals);
        assertThat(precious).hasContent("x");
    }

    @Test
    void aLockThatIsALinkIsRefusedAndWhatItPointsToStays() throws IOException {
        Path precious = Files.writeString(target.resolveSibling("precious"), "not to be cut off");
        Files.createDirectories(target.resolve(".work"));
        Path lock = Files.createSymbolicLink(target.resolve(".work/lock"), precious);
        refused(lock, "is a link");
        assertThat(precious).hasContent("not to be cut off");
    }

    @Test
    void linksInTheWorkFolderAreGoneBeforeAnythingIsWritten() throws IOException {
        Path precious = Files.writeString(target.resolveSibling("precious"), "x");
        Files.createDirectories(target.resolve(".work/chunks"));
        Path rung = Files.createSymbolicLink(target.resolve(".work/video-480-vp9.mp4"), precious);
        Path chunk = Files.createSymbolicLink(target.resolve(".work/chunks/journal"), precious);
        WorkFolder.open(target).close();
        assertThat(rung).doesNotExist();
        assertThat(chunk).doesNotExist();
        assertThat(precious).hasContent("x");
    }

    private void refused(Path taken, String how) {
        assertThatThrownBy(() -> WorkFolder.open(target))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE))
                .hasMessageContaining(taken.toString())
                .hasMessageContaining(how);
    }

    @Test
    void discardingWhereNothingWasLeftMakesNothing() throws IOException {
        UnfinishedWork.discard(target, target.resolveSibling("film.mp4"));
        assertThat(target).doesNotExist();
        WorkFolder.open(target).close();
        UnfinishedWork.discard(target, target.resolveSibling("film.mp4"));
        assertThat(target).isEmptyDirectory();
    }
}
