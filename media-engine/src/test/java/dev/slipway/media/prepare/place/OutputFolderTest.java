package dev.slipway.media.prepare.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.mux.WebmCopy;
import dev.slipway.media.mux.WebmPlace;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.prepare.UnfinishedWork;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {
    private final Path folder;
    private final Path output;

    OutputFolderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.output = Files.createDirectories(folder.resolve("out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video-480-vp9.mp4",
                "audio-opus.mp4",
                "preview.webm",
                "manifest.json",
                "sound-report.json",
                "thumbnails.vtt",
                "hls/master.m3u8",
                "hls/video-480-vp9.m3u8",
                "dash/manifest.mpd",
                ".video.webm",
                ".work/film.mp4"
            })
    void aSourceThatTheRunWouldOverwriteIsRefusedAndStaysAsItIs(String name) throws Exception {
        Path source = output.resolve(name);
        Files.createDirectories(source.getParent());
        Sample.make(source, 1);
        byte[] before = Files.readAllBytes(source);
        refused(source, source.toString(), "ove");
        assertThat(source).hasBinaryContent(before);
    }

    @Test
    void aSourceIsKnownThroughLinksOfBothKinds() throws Exception {
        Path source = clip("holiday.mp4");
        Path rung = output.resolve("video-480-vp9.mp4");
        Files.createSymbolicLink(rung, source);
        refused(source, rung.toString());
        Files.delete(rung);
        Files.createLink(rung, source);
        refused(source, rung.toString());
        Files.delete(rung);
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), Files.move(source, rung));
        refused(link, rung.toString());
    }

    @Test
    void aCopyOfTheEarlierFilmIsNoSourceButACreatorsVideoOfItsNameIs() throws Exception {
        Path small = silent("small.mp4");
        Path own = Files.copy(small, output.resolve(WebmPlace.NAME));
        Preparation.of(own, output);
        assertThat(own).hasSameBinaryContentAs(small);

        Files.delete(own);
        WebmCopy.write(output, new Cancellation());
        refused(own, own.toString(), "copy of the earlier film");
        assertThat(own).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poster.webp", "manifest.json", "video-240-vp9.mp4", "hls/master.m3u8"})
    void aFileOfTheCreatorsThatIsCalledLikeAnOutputIsNotReplaced(String name) throws Exception {
        Path own = output.resolve(name);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "the creator's");
        refused(silent("small.mp4"), own.toString(), "is there already");
        assertThat(own).hasContent("the creator's");
    }

    @Test
    void unfinishedWorkOfOtherWishesIsNotThrownAwayUnasked() throws Exception {
        Path source = silent("small.mp4");
        Cancellation pause = new Cancellation();
        Path chunks = output.resolve(".work/chunks");
        ProgressListener untilAChunk = progress -> {
            if (files(chunks).stream().anyMatch(file -> file.toString().endsWith(".chunk"))) {
                pause.pause();
            }
        };
        assertThatThrownBy(() -> prepare(source, Preparation.QUICK, untilAChunk, pause))
                .isInstanceOf(MediaException.class);
        List<Path> kept = files(chunks);
        assertThat(kept).anyMatch(file -> file.toString().endsWith(".chunk"));

        assertThatThrownBy(() -> prepare(
                        source, Preparation.QUICK.withPreviewSeconds(2), ProgressListener.silent(), new Cancellation()))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("--afresh");
        assertThat(files(chunks)).isEqualTo(kept);

        Prepared prepared = prepare(source, Preparation.QUICK, ProgressListener.silent(), new Cancellation());
        assertThat(prepared.notices()).extracting(Notice::code).contains(Notice.RESUMED);
    }

    private Prepared prepare(Path source, PlanRequest wishes, ProgressListener listener, Cancellation cancellation) {
        return new Preparer(() -> Instant.EPOCH, 2)
                .prepare(
                        new PrepareRequest(source, output, wishes, PrepareRequest.Beginning.RESUMED_OR_REFUSED),
                        listener,
                        cancellation);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCopyTakesNothingThroughALink() throws Exception {
        Path top = Preparation.of(silent("small.mp4"), output).top();
        Path elsewhere = Files.move(top, folder.resolve("elsewhere.mp4"));
        Files.createSymbolicLink(top, elsewhere);
        assertThatThrownBy(() -> WebmCopy.write(output, new Cancellation()))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(top.toString());
    }

    @Test
    void aRungOfTheEarlierFilmIsNoSourceForTheFolderItLiesIn() throws Exception {
        Path top = Preparation.of(clip("holiday.mp4"), output).top();
        Path other = Files.createLink(folder.resolve("other.mp4"), top);
        refused(other, top.toString());
        assertThat(top).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thumbnails.webp", "manifest.json", "hls/master.m3u8"})
    void aFolderInAFilesPlaceIsNamedBeforeAnythingIsMade(String name) throws Exception {
        Path taken = Files.createDirectories(output.resolve(name));
        refused(clip("holiday.mp4"), taken.toString(), "is a folder", "Move it away");
        assertThat(output.resolve(".work")).doesNotExist();
    }

    @Test
    void aFileInAFoldersPlaceIsNamedAndTheEarlierManifestStays() throws Exception {
        Path manifest = Files.writeString(output.resolve("manifest.json"), "{}");
        Path taken = Files.writeString(output.resolve("hls"), "a note");
        refused(clip("holiday.mp4"), taken.toString(), "is a file", "Move it away");
        assertThat(manifest).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hls", "dash"})
    void aLinkInAFoldersPlaceIsNamedAndNothingIsPutWhereItLeads(String name) throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(output.resolve(name), elsewhere);
        refused(clip("holiday.mp4"), link.toString(), "is a link", "Delete the link");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(output.resolve(".work")).doesNotExist();
    }

    @Test
    void whatAnEarlierFilmLeftGoesWithItsManifest() throws Exception {
        Preparation first = Preparation.of(clip("holiday.mp4"), output);
        WebmCopy.write(output, new Cancellation());
        Path notes = Files.writeString(output.resolve("notes.txt"), "the creator's");
        Path sound = first.sound();
        assertThat(output.resolve("hls/video-480-vp9.m3u8")).exists();

        Preparation second = Preparation.of(silent("small.mp4"), output);
        assertThat(first.prepared().notices()).extracting(Notice::code).doesNotContain(Notice.REPLACES);
        assertThat(second.prepared().notices()).extracting(Notice::code).contains(Notice.REPLACES);
        assertThat(second.manifest().withRole(ArtifactRole.VIDEO))
                .extracting(Artifact::path)
                .doesNotContain("video-480-vp9.mp4");
        assertThat(first.top()).doesNotExist();
        assertThat(sound).doesNotExist();
        assertThat(output.resolve("hls/video-480-vp9.m3u8")).doesNotExist();
        assertThat(output.resolve(WebmPlace.NAME)).doesNotExist();
        assertThat(notes).hasContent("the creator's");
        for (Artifact artifact : second.manifest().artifacts()) {
            assertThat(output.resolve(artifact.path())).hasSize(artifact.bytes());
        }
    }

    @Test
    void aFileThatIsNoLongerAsItWasMadeStays() throws Exception {
        Preparation first = Preparation.of(clip("holiday.mp4"), output);
        Files.writeString(first.sound(), "the creator's own");
        Preparation.of(silent("small.mp4"), output);
        assertThat(first.sound()).hasContent("the creator's own");
        assertThat(first.top()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "poster.webp",
                "hls/master.m3u8",
                "dash/manifest.mpd",
                "thumbnails.vtt",
                "sound-report.json",
                "protection-report.json"
            })
    void whatTheCreatorPutsInTheFilmsPlaceIsNotReplaced(String name) throws Exception {
        Path source = silent("small.mp4");
        Preparation.of(source, output);
        Files.writeString(output.resolve(name), "the creator's own");
        refused(source, output.resolve(name).toString(), "move it away");
        assertThat(output.resolve(name)).hasContent("the creator's own");
    }

    /** What is left of a film after a crash in the middle of putting another one in its place. */
    @Test
    void afterACrashBetweenTwoFilmsTheFirstOnesFilesGoInTheEnd() throws Exception {
        Preparation first = Preparation.of(clip("holiday.mp4"), output);
        Path retired = output.resolve(".work").resolve(EarlierFilm.RETIRED);
        Files.createDirectory(retired.getParent());
        Files.move(output.resolve("manifest.json"), retired);
        Files.delete(first.top());

        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no film");
        assertThatThrownBy(() -> Preparation.of(broken, output)).isInstanceOf(MediaException.class);
        UnfinishedWork.discard(output, broken);
        assertThat(retired).as("after a failure, and what is left thrown away").exists();
        assertThat(first.sound()).exists();

        Preparation.of(silent("small.mp4"), output);
        assertThat(first.sound()).doesNotExist();
        assertThat(retired.getParent()).doesNotExist();
    }

    @Test
    void aFilmOfWhichNothingIsMissingYetGetsItsManifestBack() throws Exception {
        Preparation first = Preparation.of(clip("holiday.mp4"), output);
        Path named = output.resolve("manifest.json");
        byte[] manifest = Files.readAllBytes(named);
        Path work = Files.createDirectory(output.resolve(".work"));
        Files.move(named, work.resolve(EarlierFilm.RETIRED));

        UnfinishedWork.discard(output, folder.resolve("holiday.mp4"));

        assertThat(named).hasBinaryContent(manifest);
        assertThat(first.top()).exists();
        assertThat(work).doesNotExist();
    }

    @Test
    void aFileOfTheOldSizeWithOtherBytesStaysToo() throws Exception {
        Preparation first = Preparation.of(clip("holiday.mp4"), output);
        byte[] changed = Files.readAllBytes(first.sound());
        changed[changed.length / 2] ^= 1;
        Files.write(first.sound(), changed);
        Preparation.of(silent("small.mp4"), output);
        assertThat(first.sound()).hasBinaryContent(changed);
        assertThat(first.top()).doesNotExist();
    }

    @Test
    void aVideoThatTheCreatorCallsLikeTheCopyIsNeitherReplacedNorDeleted() throws Exception {
        Preparation.of(silent("small.mp4"), output);
        Path own = Files.writeString(output.resolve(WebmPlace.NAME), "the creator's own");
        assertThatThrownBy(() -> WebmPlace.requireFree(output))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE))
                .hasMessageContaining(own.toString())
                .hasMessageContaining("Move it away");
        assertThatThrownBy(() -> WebmCopy.write(output, new Cancellation())).isInstanceOf(MediaException.class);
        Preparation.of(silent("small.mp4"), output);
        assertThat(own).hasContent("the creator's own");

        Files.delete(own);
        WebmCopy.write(output, new Cancellation());
        WebmCopy.write(output, new Cancellation());
        Files.writeString(own, "put over ours");
        assertThatThrownBy(() -> WebmCopy.write(output, new Cancellation())).isInstanceOf(MediaException.class);
        assertThat(own).hasContent("put over ours");
    }

    @Test
    void aCopyIsMadeOnlyOfWhatAManifestOfOursNames() throws Exception {
        Path top = Preparation.of(silent("small.mp4"), output).top();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.copy(top, elsewhere.resolve("private.mp4"));
        Path manifest = output.resolve("manifest.json");
        String ours = Files.readString(manifest);
        String leadingOut = ours.replace(top.getFileName().toString(), "../elsewhere/private.mp4");
        assertThat(leadingOut).isNotEqualTo(ours);
        for (String changed : List.of(leadingOut, ours + " ".repeat(1 << 20), ours.substring(1))) {
            Files.writeString(manifest, changed);
            assertThatThrownBy(() -> WebmCopy.write(output, new Cancellation()))
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE))
                    .hasMessageContaining(manifest.toString());
            assertThat(output.resolve(WebmPlace.NAME)).doesNotExist();
        }
        Files.writeString(manifest, ours);
        assertThat(WebmCopy.write(output, new Cancellation())).isNotEmptyFile();
    }

    private void refused(Path source, String... words) {
        assertThatThrownBy(() -> Preparation.of(source, output))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    /** With a tone, 480 rows high. */
    private Path clip(String name) {
        Path clip = folder.resolve(name);
        Sample.make(clip, 1);
        return clip;
    }

    private Path silent(String name) throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        FfmpegTool.ffmpeg("-y", "-f", "lavfi", "-i", "testsrc2=s=320x240:d=1:r=25", "-c:v", "libx264", clip.toString());
        return clip;
    }
}
