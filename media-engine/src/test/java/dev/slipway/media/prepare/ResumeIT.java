package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.ChunkJournal;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.DoomedProcess;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeIT {
    static final PlanRequest WISHES = PlanRequest.defaults();
    static final int THREADS = 2;

    private final Path folder;

    ResumeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRunThatWasKilledGoesOnAndMakesTheSameFiles() throws Exception {
        Path clip = Clips.require("street-768x432-h264-aac-30s.mp4");
        Path interrupted = folder.resolve("interrupted");
        killAfterItsFirstChunks(clip, interrupted);
        assertThat(interrupted.resolve(Manifest.FILE_NAME)).doesNotExist();
        assertThat(ChunkJournal.finished(interrupted, "")).isNotEmpty();
        Files.writeString(ChunkJournal.of(interrupted), "video-432-vp9.mp4 1 12", StandardOpenOption.APPEND);

        List<Progress> heard = new ArrayList<>();
        Manifest resumed = prepare(clip, interrupted, PrepareRequest.Beginning.RESUMED, heard::add);
        Manifest unbroken =
                prepare(clip, folder.resolve("unbroken"), PrepareRequest.Beginning.AFRESH, ProgressListener.silent());

        assertThat(resumed).isEqualTo(unbroken);
        for (Artifact artifact : unbroken.artifacts()) {
            assertThat(interrupted.resolve(artifact.path()))
                    .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(artifact.path()));
        }
        assertThat(heard).extracting(Progress::fraction).isSorted().last().isEqualTo(1.0);
        assertThat(interrupted.resolve(".work")).doesNotExist();
    }

    private static void killAfterItsFirstChunks(Path clip, Path output) throws IOException, InterruptedException {
        try (DoomedProcess run = DoomedProcess.start(InterruptedRun.class, clip.toString(), output.toString())) {
            run.await(
                    "a first chunk",
                    () -> !ChunkJournal.finished(output, "video-432-vp9.mp4").isEmpty());
        }
    }

    private static Manifest prepare(
            Path clip, Path output, PrepareRequest.Beginning beginning, ProgressListener listener) {
        PrepareRequest request = new PrepareRequest(clip, output, WISHES, beginning);
        return new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(request, listener, new Cancellation())
                .manifest();
    }
}
