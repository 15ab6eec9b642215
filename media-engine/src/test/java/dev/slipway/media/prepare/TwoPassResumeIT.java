package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoPassResumeIT {
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final String TOP = "video-240-vp9.mp4";

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");
    private static Path unbroken = Path.of("");

    @BeforeAll
    static void prepareWithoutABreak() throws Exception {
        clip = folder.resolve("clip.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-vf",
                "scale=426:240",
                "-t",
                "30",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                clip.toString());
        unbroken = folder.resolve("unbroken");
        TwoPassRun.prepare(clip, unbroken, PrepareRequest.Beginning.AFRESH);
    }

    @Test
    void everyPictureIsShownAndSegmentsBeginWithTheirKeyFrames() throws Exception {
        Judge.decodesWithoutComplaint(unbroken.resolve(TOP));
        assertThat(Judge.track(unbroken.resolve(TOP)).path("nb_read_frames").asString())
                .isEqualTo("300");
        assertThat(Judge.keyFrames(unbroken.resolve(TOP))).containsExactly(0.0, 4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 28.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {TOP + ".statistics 0", TOP + " 0"})
    void aRunThatWasKilledInEitherPassGoesOnAndMakesTheSameFiles(String journalled) throws Exception {
        Path interrupted = folder.resolve("interrupted " + journalled);
        killOnce(journalled, interrupted);
        assertThat(interrupted.resolve(Manifest.FILE_NAME)).doesNotExist();

        Manifest resumed = TwoPassRun.prepare(clip, interrupted, PrepareRequest.Beginning.RESUMED);

        for (Artifact artifact : resumed.artifacts()) {
            assertThat(interrupted.resolve(artifact.path())).hasSameBinaryContentAs(unbroken.resolve(artifact.path()));
        }
        assertThat(resumed.withRole(ArtifactRole.VIDEO)).isNotEmpty();
    }

    private static void killOnce(String journalled, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoPassRun.class.getName(),
                        clip.toString(),
                        output.toString())
                .inheritIO()
                .start();
        try {
            Path journal = output.resolve(".work/chunks/journal");
            long deadline = System.nanoTime() + LIMIT_NANOS;
            while (!Files.exists(journal)
                    || !Files.readString(journal, StandardCharsets.ISO_8859_1).contains("\n" + journalled + " ")) {
                assertThat(process.isAlive()).as("still encoding").isTrue();
                assertThat(System.nanoTime()).as("the chunk in time").isLessThan(deadline);
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
