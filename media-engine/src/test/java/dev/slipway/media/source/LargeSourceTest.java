package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cameras and phones make at most: 3840 × 2160 at 60 pictures a second, prepared whole as most people would. */
class LargeSourceTest {
    private static final int SECONDS = 2;

    @Tag("long")
    @Test
    void aLargeAndFastFilmGetsItsWholeLadder(@TempDir Path folder) throws Exception {
        Path clip = folder.resolve("large.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=3840x2160:r=60:d=" + SECONDS,
                "-f",
                "lavfi",
                "-i",
                "sine=d=" + SECONDS,
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac",
                clip.toString());
        Plan plan = new Preparer(() -> Instant.EPOCH, 2)
                .plan(
                        new PrepareRequest(clip, folder, PlanRequest.defaults(), PrepareRequest.Beginning.AFRESH),
                        new Cancellation());
        Map<String, Long> caps =
                plan.rungs().stream().collect(Collectors.toMap(VideoOutput::path, VideoOutput::bitrate));
        assertThat(caps.get("video-2160-vp9.mp4")).isBetween(4_000_000L, 10_000_000L);
        Preparation prepared = Preparation.of(clip, folder.resolve("out"), PlanRequest.defaults());

        List<Artifact> rungs = prepared.manifest().withRole(ArtifactRole.VIDEO).toList();
        assertThat(rungs)
                .extracting(Artifact::path)
                .containsExactly(
                        "video-2160-vp9.mp4",
                        "video-1440-vp9.mp4",
                        "video-1080-vp9.mp4",
                        "video-720-vp9.mp4",
                        "video-480-vp9.mp4",
                        "video-360-vp9.mp4",
                        "video-240-vp9.mp4",
                        "video-720-h264.mp4");
        for (Artifact rung : rungs) {
            Path file = prepared.folder().resolve(rung.path());
            var track = Judge.track(file);
            int height = Integer.parseInt(rung.path().split("-")[1]);
            assertThat(track.path("height").asInt()).isEqualTo(height);
            assertThat(track.path("width").asInt()).isBetween(height * 16 / 9 - 1, height * 16 / 9 + 1);
            assertThat(track.path("r_frame_rate").asString()).isEqualTo("60/1");
            assertThat(track.path("nb_read_frames").asString()).isEqualTo(Integer.toString(60 * SECONDS));
            assertThat(8.0 * Files.size(file) / SECONDS)
                    .as("bits a second of %s", rung.path())
                    .isLessThan(Objects.requireNonNull(caps.get(rung.path())));
        }
    }
}
