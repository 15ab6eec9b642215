package dev.slipway.media.protect.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Planner;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.OpenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FinishedRungsTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRungThatIsMissingLeavesNoOtherOpen(@TempDir Path folder) throws Exception {
        Path clip = folder.resolve("clip.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=640x360:d=1:r=10",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p",
                clip.toString());
        Plan plan = Planner.plan(SourceScan.scan(clip), PlanRequest.defaults(), 1);
        assertThat(plan.rungs()).hasSizeGreaterThan(1);
        Path first = Files.copy(clip, folder.resolve(plan.rungs().getFirst().path()));

        assertThatThrownBy(() -> new FinishedRungs(plan, folder, 0)).isInstanceOf(FfmpegException.class);
        assertThat(OpenFiles.now()).doesNotContain(first.toRealPath());
    }
}
