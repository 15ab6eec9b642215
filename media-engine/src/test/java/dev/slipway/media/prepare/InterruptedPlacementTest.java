package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.run.MediaException;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found after a kill in the moment when a finished film's files get their places. */
class InterruptedPlacementTest {
    private final Path folder;
    private final Path output;

    InterruptedPlacementTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.output = Files.createDirectories(folder.resolve("out"));
    }

    /** Killed just before the last of its files had their places: whatever runs next finishes that first. */
    @Test
    void aFilmThatWasBeingPutInItsPlaceIsFinishedByWhateverRunsNext() throws Exception {
        Path source = silent();
        Preparation first = Preparation.of(source, output);
        crashWhilePlacing("poster.webp", "preview.webm");

        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no film");
        assertThatThrownBy(() -> Preparation.of(broken, output)).isInstanceOf(MediaException.class);
        assertThat(output.resolve(".work")).doesNotExist();
        assertThat(first.top()).exists();
        for (Artifact artifact : first.manifest().artifacts()) {
            assertThat(output.resolve(artifact.path())).hasSize(artifact.bytes());
        }
        Preparation.of(silent(), output);
    }

    @Test
    void afterACrashWhilePlacingTheFilmsOfAnotherLeaveNothingBehind() throws Exception {
        Preparation first = Preparation.of(sounding(), output);
        crashWhilePlacing("poster.webp");
        Preparation.of(silent(), output);
        assertThat(first.top()).doesNotExist();
        assertThat(first.sound()).doesNotExist();
        assertThat(output.resolve("hls/video-480-vp9.m3u8")).doesNotExist();
    }

    @Test
    void whatIsThrownAwayAfterACrashWhilePlacingIsNotTheFilm() throws Exception {
        Path source = silent();
        Preparation first = Preparation.of(source, output);
        crashWhilePlacing("thumbnails.webp");
        UnfinishedWork.discard(output, source);
        assertThat(output.resolve("manifest.json")).exists();
        assertThat(first.top()).exists();
        assertThat(output.resolve(".work")).doesNotExist();
    }

    /** Between the crash and the next run somebody has used the name that was free. */
    @Test
    void whatWasPutInAFreePlaceMeanwhileIsNotReplaced() throws Exception {
        Path source = silent();
        Preparation.of(source, output);
        crashWhilePlacing("poster.webp");
        Path own = Files.writeString(output.resolve("poster.webp"), "the creator's own");

        assertThatThrownBy(() -> Preparation.of(source, output))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(own.toString());
        assertThat(own).hasContent("the creator's own");
    }

    /** Of what no manifest names, too: a run that finds them there refuses to replace them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"hls/master.m3u8", "dash/manifest.mpd", "thumbnails.vtt", "manifest.json", "sound-report.json"})
    void whatWasPutWherePlaylistsAndReportsGoIsNotReplacedEither(String name) throws Exception {
        Path source = silent();
        Preparation.of(source, output);
        crashWhilePlacing("poster.webp");
        Files.writeString(output.resolve(".work/sound-report.json"), "{}");
        Path own = output.resolve(name);
        Files.writeString(own, "the creator's own");

        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no film");
        assertThatThrownBy(() -> Preparation.of(broken, output)).isInstanceOf(MediaException.class);
        assertThat(own).hasContent("the creator's own");
    }

    @Test
    void nothingIsPutWhereALinkLeads() throws Exception {
        Preparation.of(silent(), output);
        crashWhilePlacing("poster.webp");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path own = Files.writeString(elsewhere.resolve("master.m3u8"), "the creator's own");
        Files.move(output.resolve("hls"), folder.resolve("away"));
        Files.createSymbolicLink(output.resolve("hls"), elsewhere);

        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no film");
        assertThatThrownBy(() -> Preparation.of(broken, output)).isInstanceOf(MediaException.class);
        assertThat(own).hasContent("the creator's own");
        assertThat(elsewhere.toFile().list()).containsExactly("master.m3u8");
    }

    @Test
    void aFolderOfTheManifestsNameStaysWhereItIsAndIsToldOf() throws Exception {
        Path source = silent();
        Preparation.of(source, output);
        crashWhilePlacing("poster.webp");
        Path own = Files.createDirectory(output.resolve("manifest.json")).resolve("notes.txt");
        Files.writeString(own, "the creator's own");

        assertThatThrownBy(() -> Preparation.of(source, output))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("manifest.json is a folder");
        assertThat(own).hasContent("the creator's own");
    }

    /** What had its place already would belong to nobody, and stand in the way of the next run. */
    @Test
    void whatIsThrownAwayUnfinishedTakesItsPlacedFilesWithIt() throws Exception {
        Path source = silent();
        Preparation first = Preparation.of(source, output);
        crashWhilePlacing("poster.webp");
        Path changed = output.resolve("preview.webm");
        Files.writeString(changed, "the creator's own");

        UnfinishedWork.discard(output, source);
        assertThat(output.resolve(".work")).doesNotExist();
        assertThat(first.top()).doesNotExist();
        assertThat(output.resolve("hls/master.m3u8")).doesNotExist();
        assertThat(changed).hasContent("the creator's own");
        Files.delete(changed);
        Preparation.of(source, output);
    }

    /** The placing would delete what the earlier film has left, and that is what is to be prepared now. */
    @Test
    void nothingIsFinishedWhereTheNextRunsSourceLies() throws Exception {
        Path earlier = Preparation.of(sounding(), output).top();
        Path work = Files.createDirectory(output.resolve(".work"));
        Files.move(output.resolve("manifest.json"), work.resolve("earlier-manifest.json"));
        Path elsewhere = folder.resolve("elsewhere");
        Preparation next = Preparation.of(silent(), elsewhere);
        for (Artifact artifact : next.manifest().artifacts()) {
            Files.move(elsewhere.resolve(artifact.path()), work.resolve(artifact.path()));
        }
        Files.move(elsewhere.resolve("manifest.json"), work.resolve("manifest.json"));

        assertThatThrownBy(() -> Preparation.of(earlier, output)).isInstanceOf(MediaException.class);
        assertThat(earlier).exists();
    }

    /** What was placed before the crash is what is to be prepared now, and the next run comes to nothing. */
    @Test
    void whatIsThrownAwayDoesNotTakeTheNextRunsSourceWithIt() throws Exception {
        Preparation first = Preparation.of(sounding(), output);
        crashWhilePlacing("poster.webp");
        assertThatThrownBy(() -> Preparation.of(first.sound(), output)).isInstanceOf(MediaException.class);
        assertThat(first.sound()).exists();
        UnfinishedWork.discard(output, first.top());
        assertThat(first.top()).exists();
    }

    private void crashWhilePlacing(String... waiting) throws IOException {
        Path work = Files.createDirectory(output.resolve(".work"));
        Files.move(output.resolve("manifest.json"), work.resolve("manifest.json"));
        for (String name : waiting) {
            Files.move(output.resolve(name), work.resolve(name));
        }
    }

    /** With a tone, 480 rows high. */
    private Path sounding() {
        Path clip = folder.resolve("holiday.mp4");
        Sample.make(clip, 1);
        return clip;
    }

    private Path silent() throws IOException, InterruptedException {
        Path clip = folder.resolve("small.mp4");
        FfmpegTool.ffmpeg("-y", "-f", "lavfi", "-i", "testsrc2=s=320x240:d=1:r=25", "-c:v", "libx264", clip.toString());
        return clip;
    }
}
