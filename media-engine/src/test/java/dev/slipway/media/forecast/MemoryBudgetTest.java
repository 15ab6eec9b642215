package dev.slipway.media.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.container.RestartWindow;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.picture.PictureTraits;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryBudgetTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsKeptForDecodingAgainIsPlannedFor() throws Exception {
        Path film = folder.resolve("rare.mp4");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=96x64:r=25:d=4", "-c:v", "libx264", "-g", "999", film.toString());
        SourceScan scan = SourceScan.scan(film);
        Plan plan = Planner.plan(scan, PlanRequest.defaults(), 4);
        assertThat(scan.traits().restartBytes())
                .as("all packets of the only group")
                .isBetween(scan.facts().bytes() / 2, scan.facts().bytes());

        long none = MemoryBudget.bytes(plan, with(scan, 0));
        assertThat(MemoryBudget.bytes(plan, with(scan, 200_000_000)) - none).isBetween(269_999_999L, 270_000_001L);
        assertThat(MemoryBudget.bytes(plan, with(scan, RestartWindow.MOST_BYTES + 1)))
                .as("decoded in one thread, which needs nothing kept")
                .isEqualTo(none);
    }

    private static SourceScan with(SourceScan scan, long restartBytes) {
        PictureTraits traits = scan.traits();
        return new SourceScan(
                scan.facts(),
                scan.pictureTrack(),
                scan.soundTrack(),
                scan.soundTracks(),
                scan.lastPictures(),
                scan.subtitleTracks(),
                scan.originMicros(),
                scan.activity(),
                new PictureTraits(
                        traits.orientation(),
                        traits.scanType(),
                        traits.found(),
                        traits.promised(),
                        traits.jumps(),
                        traits.order(),
                        traits.brightestNits(),
                        traits.evenRate(),
                        traits.lastMicros(),
                        restartBytes));
    }
}
