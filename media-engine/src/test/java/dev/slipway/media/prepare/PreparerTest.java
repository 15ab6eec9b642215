package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PreparerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Path folder;

    PreparerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyOutputOfARealClipIsWhatTheManifestSays() throws Exception {
        List<Progress> heard = new ArrayList<>();
        Prepared prepared = new Preparer(() -> NOW, 2)
                .prepare(
                        new PrepareRequest(
                                Clips.require("street-768x432-h264-aac-30s.mp4"),
                                folder,
                                PlanRequest.defaults(),
                                PrepareRequest.Beginning.AFRESH),
                        heard::add,
                        new Cancellation());
        assertThat(prepared.manifest().artifacts())
                .extracting(Artifact::path)
                .containsExactlyInAnyOrder(
                        "video-432-vp9.mp4",
                        "video-240-vp9.mp4",
                        "video-432-h264.mp4",
                        "audio-opus.mp4",
                        "audio-aac.mp4",
                        "preview.webm",
                        "poster.webp",
                        "thumbnails.webp");
        for (Artifact artifact : prepared.manifest().artifacts()) {
            Path file = folder.resolve(artifact.path());
            assertThat(file).hasSize(artifact.bytes());
            Judge.decodesWithoutComplaint(file);
            JsonNode track = Judge.track(file);
            if (artifact.role() == ArtifactRole.VIDEO) {
                assertThat(track.path("nb_read_frames").asString())
                        .isEqualTo("" + artifact.media().frames());
                assertThat(Judge.keyFrames(file)).containsExactly(0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0);
            }
        }
        assertThat(heard).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
        assertThat(folder.resolve(".work")).doesNotExist();
    }
}
