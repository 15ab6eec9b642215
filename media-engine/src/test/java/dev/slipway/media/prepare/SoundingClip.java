package dev.slipway.media.prepare;

import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;

/** A film of several chunks that is quick to encode: every picture and every moment of sound differs from the next. */
final class SoundingClip {
    static final int SECONDS = 62;
    static final int FRAMES = SECONDS * 15;

    private SoundingClip() {}

    static Path make(Path file) throws IOException, InterruptedException {
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:r=15:d=" + SECONDS,
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.4*sin(2*PI*t*(220+7*t)):s=44100:d=" + SECONDS,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "75",
                "-c:a",
                "aac",
                "-y",
                file.toString());
        return file;
    }
}
