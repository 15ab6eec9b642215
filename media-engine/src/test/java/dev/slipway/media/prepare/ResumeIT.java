package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeIT {
    static final PlanRequest WISHES = PlanRequest.defaults();
    static final int THREADS = 2;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Path folder;

    ResumeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRunThatWasKilledGoesOnAndMakesTheSameFiles() throws Exception {
        Path clip = Clips.require("street-768x432-h264-aac-30s.mp4");
        Path interrupted = folder.resolve("interrupted");
        killAfterItsFirstChunks(clip, interrupted);
        Path journal = interrupted.resolve(".work/chunks/journal");
        assertThat(interrupted.resolve(Manifest.FILE_NAME)).doesNotExist();
        assertThat(finishedChunks(journal)).isNotEmpty();
        Files.writeString(journal, "video-432-vp9.mp4 1 12", StandardOpenOption.APPEND);

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
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedRun.class.getName(),
                        clip.toString(),
                        output.toString())
                .inheritIO()
                .start();
        try {
            Path journal = output.resolve(".work/chunks/journal");
            long deadline = System.nanoTime() + LIMIT_NANOS;
            while (finishedChunks(journal).stream().noneMatch(line -> line.startsWith("video-432-vp9.mp4"))) {
                assertThat(process.isAlive()).as("still encoding").isTrue();
                assertThat(System.nanoTime()).as("a first chunk in time").isLessThan(deadline);
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static List<String> finishedChunks(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(journal, StandardCharsets.ISO_8859_1)) {
            return lines.skip(1).filter(line -> line.endsWith(" .")).toList();
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
