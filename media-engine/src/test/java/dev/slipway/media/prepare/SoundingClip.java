package dev.slipway.media.prepare;

import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films of several chunks that are quick to encode: every picture and every moment of sound differs from the next. */
final class SoundingClip {
    static final int SECONDS = 62;
    static final int FRAMES = SECONDS * 15;

    private SoundingClip() {}

    static Path make(Path file) throws IOException, InterruptedException {
        return make(
                file,
                "testsrc2=s=320x240:r=15:d=" + SECONDS,
                "aevalsrc=0.4*sin(2*PI*t*(220+7*t)):s=44100:d=" + SECONDS,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "75",
                "-c:a",
                "aac");
    }

    /** 26 seconds of small pictures are two chunks, so that a device can be lost between them. */
    static Path twoChunks(Path file, int rate, String... encoding) throws IOException, InterruptedException {
        return make(file, "testsrc2=s=160x120:r=%d:d=26".formatted(rate), "sine=d=26", encoding);
    }

    private static Path make(Path file, String pictures, String sound, String... encoding)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", pictures, "-f", "lavfi", "-i", sound));
        arguments.addAll(List.of(encoding));
        arguments.addAll(List.of("-y", file.toString()));
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }
}
