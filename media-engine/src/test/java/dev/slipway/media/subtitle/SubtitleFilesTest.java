package dev.slipway.media.subtitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubtitleFilesTest {
    private static final int CUES = 3_000;

    private final Path folder;

    SubtitleFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aTrackThatIsAllTextIsCutToWhatServersTakeAndSaidToBe() throws Exception {
        Path clip = clip("<b>" + "&".repeat(390) + "\n" + "&".repeat(390) + "\n" + "&".repeat(390));
        Plan plan = plan(clip);
        assertThat(SubtitleFiles.write(clip, plan, folder, share -> {}, new Cancellation()))
                .containsExactly(new SubtitleResult.Cut(plan.subtitles().getFirst()));
        Path file = folder.resolve(plan.subtitles().getFirst().path());
        assertThat(file).content().hasSizeBetween(3 << 20, 4 << 20);
        assertThat(Files.readAllLines(file)).allMatch(line -> line.length() <= 2000);
    }

    @Test
    void ordinaryWordsAreAllThereAndNothingIsSaid() throws Exception {
        Path clip = clip("Hello");
        Plan plan = plan(clip);
        assertThat(SubtitleFiles.write(clip, plan, folder, share -> {}, new Cancellation()))
                .containsExactly(new SubtitleResult.Whole(plan.subtitles().getFirst()));
        assertThat(Files.readAllLines(folder.resolve(plan.subtitles().getFirst().path())))
                .filteredOn("Hello"::equals)
                .hasSize(CUES);
    }

    @Test
    void aFileThatCannotBeWrittenIsLostAlone() throws Exception {
        Path clip = clip("Hello");
        Plan plan = plan(clip);
        Files.createDirectory(folder.resolve(plan.subtitles().getFirst().path()));
        assertThat(SubtitleFiles.write(clip, plan, folder, share -> {}, new Cancellation()))
                .singleElement()
                .isInstanceOf(SubtitleResult.Lost.class);
    }

    @Test
    void aWishToStopEndsTheReading() throws Exception {
        Path clip = clip("Hello");
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> SubtitleFiles.write(clip, plan(clip), folder, share -> {}, cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private static Plan plan(Path clip) {
        return Planner.plan(SourceScan.scan(clip), PlanRequest.defaults(), 1);
    }

    /** A few seconds of picture with a cue each millisecond. */
    private Path clip(String text) throws Exception {
        StringBuilder words = new StringBuilder();
        for (int cue = 0; cue < CUES; cue++) {
            words.append("%d%n00:00:%02d,%03d --> 00:00:%02d,%03d%n%s%n%n"
                    .formatted(cue + 1, cue / 1000, cue % 1000, (cue + 1) / 1000, (cue + 1) % 1000, text));
        }
        Path subtitles = Files.writeString(folder.resolve("words.srt"), words);
        Path clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=4:r=10",
                "-i",
                subtitles.toString(),
                "-c:v",
                "ffv1",
                "-c:s",
                "copy",
                clip.toString());
        return clip;
    }
}
