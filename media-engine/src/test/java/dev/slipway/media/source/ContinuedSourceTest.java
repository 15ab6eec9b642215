package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.picture.ScanType;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources whose pictures depend on what came long before them, paused in the middle and gone on with. */
class ContinuedSourceTest {
    /** Three chunks, of which the pause leaves the first or two. */
    private static final int SECONDS = 50;

    private final Path folder;

    ContinuedSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void fieldsAreWovenTheSameAfterAPause() throws Exception {
        Path clip = make(
                "woven.mkv",
                50,
                SECONDS,
                "tinterlace=interleave_top",
                "-flags",
                "+ilme+ildct",
                "-x264opts",
                "tff=1",
                "-g",
                "40");
        assertThat(SourceScan.scan(clip).traits().scanType()).isEqualTo(ScanType.TOP_FIRST);
        assertContinues(clip);
    }

    @Test
    void aJoinedRecordingContinuesWhereItStopped() throws Exception {
        Path clip = make("first.ts", 25, SECONDS / 2, "null", "-g", "25", "-output_ts_offset", "50");
        Path second = make("second.ts", 25, SECONDS / 2, "hue=h=90", "-g", "25");
        Files.write(clip, Files.readAllBytes(second), StandardOpenOption.APPEND);
        assertThat(SourceScan.scan(clip).traits().jumps()).hasSize(1);
        assertContinues(clip);
    }

    @Test
    void aFilmWithoutTimesContinuesWhereItStopped() throws Exception {
        assertContinues(make("bare.h264", 25, SECONDS, "null", "-g", "25", "-bf", "2"));
    }

    private void assertContinues(Path clip) {
        Path stopped = folder.resolve("stopped");
        Path journal = stopped.resolve(".work/chunks/journal");
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> prepare(clip, stopped, Beginning.AFRESH, cancellation, progress -> {
                    if (hasFinishedPictures(journal)) {
                        cancellation.pause();
                    }
                }))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("Cancelled");

        Prepared continued = prepare(clip, stopped, Beginning.RESUMED, new Cancellation(), ProgressListener.silent());
        Path whole = folder.resolve("whole");
        Prepared unbroken = prepare(clip, whole, Beginning.AFRESH, new Cancellation(), ProgressListener.silent());

        assertThat(continued.notices()).extracting(Notice::code).contains(Notice.RESUMED);
        assertThat(continued.manifest()).isEqualTo(unbroken.manifest());
        for (Artifact artifact : unbroken.manifest().artifacts()) {
            assertThat(stopped.resolve(artifact.path())).hasSameBinaryContentAs(whole.resolve(artifact.path()));
        }
    }

    private static boolean hasFinishedPictures(Path journal) {
        try {
            return Files.exists(journal)
                    && Files.readString(journal, StandardCharsets.ISO_8859_1).contains("\nvideo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prepared prepare(
            Path clip, Path output, Beginning beginning, Cancellation cancellation, ProgressListener listener) {
        return new Preparer(() -> Instant.EPOCH, 2)
                .prepare(new PrepareRequest(clip, output, Preparation.QUICK, beginning), listener, cancellation);
    }

    private Path make(String name, int rate, int seconds, String chain, String... encoder)
            throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x128:r=%d:d=%d,%s,format=yuv420p".formatted(rate, seconds, chain),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast"));
        arguments.addAll(List.of(encoder));
        arguments.add(clip.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return clip;
    }
}
