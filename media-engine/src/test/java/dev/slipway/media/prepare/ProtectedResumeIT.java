package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.device.Devices;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedResumeIT {
    private static final Protection PROTECTION = new Protection(0.12, 1.0, 10, AudioLevel.NONE);

    private final Path folder;

    ProtectedResumeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aProtectedFilmGoesOnWithTheSameNoiseAfterAPowerCut() throws Exception {
        Path clip = Clips.require("street-768x432-h264-aac-30s.mp4");
        Path interrupted = folder.resolve("interrupted");
        Manifest unbroken = prepare(
                clip,
                folder.resolve("unbroken"),
                PrepareRequest.Beginning.AFRESH,
                1,
                progress -> copyOnce(interrupted));
        assertThat(interrupted.resolve(".work/chunks/journal")).content().contains("video-432-vp9.mp4 0 ");
        assertThat(interrupted.resolve(".work/chunks/journal")).content().doesNotContain("video-432-vp9.mp4 1 ");

        Manifest resumed = prepare(clip, interrupted, PrepareRequest.Beginning.RESUMED, 2, ProgressListener.silent());

        assertThat(resumed).isEqualTo(unbroken);
        assertThat(resumed.protection()).isEqualTo(PROTECTION);
        for (Artifact artifact : unbroken.artifacts()) {
            assertThat(interrupted.resolve(artifact.path()))
                    .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(artifact.path()));
        }
        Manifest otherSeed =
                prepare(clip, folder.resolve("other"), PrepareRequest.Beginning.AFRESH, 2, ProgressListener.silent());
        assertThat(otherSeed.artifacts()).isNotEqualTo(unbroken.artifacts());
    }

    /** What a power cut would leave right after the first chunk of the top rung was noted. */
    private void copyOnce(Path target) {
        Path work = folder.resolve("unbroken/.work");
        Path journal = work.resolve("chunks/journal");
        try {
            if (Files.exists(target) || !isFirstChunkDone(journal)) {
                return;
            }
            Files.createDirectories(target.resolve(".work/chunks"));
            Files.copy(journal, target.resolve(".work/chunks/journal"));
            Files.copy(work.resolve("protection-seed"), target.resolve(".work/protection-seed"));
            try (Stream<Path> files = Files.list(work.resolve("chunks"))) {
                for (Path file : files.filter(path -> !path.equals(journal)).toList()) {
                    Files.copy(file, target.resolve(".work/chunks").resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFirstChunkDone(Path journal) throws IOException {
        return Files.exists(journal)
                && Files.readString(journal, StandardCharsets.ISO_8859_1).contains("\nvideo-432-vp9.mp4 0 ");
    }

    private static Manifest prepare(
            Path clip, Path output, PrepareRequest.Beginning beginning, long seed, ProgressListener listener) {
        PrepareRequest request =
                new PrepareRequest(clip, output, Preparation.QUICK.withProtection(PROTECTION), beginning);
        return new Preparer(() -> Instant.EPOCH, 2, Devices::open, new Random(seed))
                .prepare(request, listener, new Cancellation())
                .manifest();
    }
}
