package dev.slipway.media.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.ChunkJournal;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Runs of one small film of three chunks, and what they leave. */
final class Runs {
    static final int SECONDS = 45;
    private static final int THREADS = 2;

    private Runs() {}

    /** Large as files go, so that it is not read far ahead; small as pictures go. */
    static Path film(Path file) throws IOException, InterruptedException {
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=128x96:r=10:d=%d,noise=alls=40:allf=t,format=yuv420p".formatted(SECONDS),
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.4*sin(2*PI*t*(220+7*t)):s=48000:d=" + SECONDS,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-qp",
                "10",
                "-g",
                "30",
                "-c:a",
                "aac",
                "-movflags",
                "+faststart",
                file.toString());
        return file;
    }

    static Prepared prepare(Path clip, Path output, ProgressListener listener) {
        return new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(
                        new PrepareRequest(clip, output, Preparation.QUICK, Beginning.RESUMED),
                        listener,
                        new Cancellation());
    }

    /** Of pictures, by the journal. */
    static long finishedChunks(Path output) {
        return ChunkJournal.finished(output, "video-").size();
    }

    /** The next run goes on with what is there, and its files are those of a run that nothing disturbed. */
    static void assertGoesOn(Path clip, Path output, Path unbroken) throws IOException {
        assertThat(finishedChunks(output)).as("chunks kept").isPositive();
        assertThat(output.resolve("manifest.json")).doesNotExist();
        Prepared resumed = prepare(clip, output, ProgressListener.silent());
        assertThat(resumed.notices()).extracting(Notice::code).containsExactly(Notice.RESUMED);
        assertThat(output.resolve("manifest.json")).hasSameBinaryContentAs(unbroken.resolve("manifest.json"));
        for (Artifact artifact : resumed.manifest().artifacts()) {
            assertThat(output.resolve(artifact.path())).hasSameBinaryContentAs(unbroken.resolve(artifact.path()));
        }
    }

    static void system(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command[0], said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
