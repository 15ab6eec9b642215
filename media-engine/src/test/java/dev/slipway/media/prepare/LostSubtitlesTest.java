package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostSubtitlesTest {
    private final Path folder;
    private final Path clip;
    private final Path output;

    LostSubtitlesTest(@TempDir Path folder) {
        this.folder = folder;
        this.clip = folder.resolve("clip.mkv");
        this.output = folder.resolve("out");
    }

    @BeforeEach
    void filmed() throws Exception {
        Path words = Files.writeString(
                folder.resolve("words.srt"),
                "1\n00:00:00,000 --> 00:00:00,500\n" + "a".repeat(399) + "\uD83D\uDE00b\n\n"
                        + "2\n00:00:00,500 --> 00:00:01,000\nREGIONAL NEWS\n");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=128x96:d=1:r=10",
                "-i",
                words.toString(),
                "-c:v",
                "ffv1",
                "-c:s",
                "copy",
                "-metadata:s:s:0",
                "language=eng",
                clip.toString());
    }

    @Test
    void wordsThatOnlyLookLikeTroubleArePublished() throws Exception {
        Manifest manifest = prepare(ProgressListener.silent()).manifest();
        assertThat(manifest.withRole(ArtifactRole.SUBTITLES)).hasSize(1);
        assertThat(output.resolve("subtitles-en.vtt"))
                .content()
                .contains("a".repeat(399) + "\n")
                .contains("\nREGIONAL NEWS\n");
    }

    @Test
    void subtitlesThatCannotBeWrittenCostTheFilmNothingElse() {
        Path inTheWay = output.resolve(".work");
        Prepared prepared = prepare(progress -> occupy(inTheWay));
        assertThat(prepared.manifest().withRole(ArtifactRole.VIDEO)).isNotEmpty();
        assertThat(prepared.manifest().withRole(ArtifactRole.SUBTITLES)).isEmpty();
        assertThat(prepared.notices())
                .filteredOn(notice -> notice.code().equals(Notice.SUBTITLES_LOST))
                .singleElement()
                .satisfies(notice -> assertThat(notice.words()).startsWith("subtitles-en.vtt is left out"))
                .satisfies(notice -> assertThat(notice.exact()).isEqualTo("subtitles-en.vtt"));
        assertThat(prepared.manifestFile()).exists();
        assertThat(output.resolve("hls/master.m3u8")).content().doesNotContain("SUBTITLES");
    }

    /** A folder where the file should go. */
    private static void occupy(Path work) {
        if (Files.exists(work)) {
            try {
                Files.createDirectories(work.resolve("subtitles-en.vtt"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Prepared prepare(ProgressListener listener) {
        PlanRequest quick = PlanRequest.defaults().withRecipe(Recipe.FAST).withCompatibility(Compatibility.VP9_ONLY);
        PrepareRequest request = new PrepareRequest(clip, output, quick, PrepareRequest.Beginning.AFRESH);
        return new Preparer(() -> Instant.parse("2026-01-02T03:04:05Z"), 2)
                .prepare(request, listener, new Cancellation());
    }
}
