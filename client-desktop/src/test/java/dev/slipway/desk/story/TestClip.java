package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clips made by Debian's ffmpeg, each with its own bytes, so that no two scenarios share what was prepared. */
final class TestClip {
    private TestClip() {}

    /** @param hue makes one clip differ from another */
    static Path make(Path file, int seconds, int hue) throws IOException, InterruptedException {
        String picture = "testsrc2=s=640x360:r=25:d=" + seconds + ",hue=h=" + hue;
        run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                picture,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=" + seconds,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-metadata",
                "comment=" + hue,
                file.toString()));
        return file;
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ffmpeg ends").isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
