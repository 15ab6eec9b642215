package dev.slipway.media.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's ffmpeg, an independent judge and a maker of files that this engine would not write. */
public final class FfmpegTool {
    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");
    private static final Path FFPROBE = Path.of("/usr/bin/ffprobe");

    private FfmpegTool() {}

    /** Runs ffmpeg; fails the test with what it said when it does not succeed. */
    public static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        run(FFMPEG, arguments);
    }

    /** Runs ffprobe and returns its standard output. */
    public static String ffprobe(String... arguments) throws IOException, InterruptedException {
        return run(FFPROBE, arguments);
    }

    private static String run(Path tool, String... arguments) throws IOException, InterruptedException {
        require(tool);
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-v", "error"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("ffmpeg", ".err");
        Path output = Files.createTempFile("ffmpeg", ".out");
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as("%s in time", command)
                    .isTrue();
            assertThat(errors).as("errors of %s", command).isEmptyFile();
            assertThat(process.exitValue()).as("exit status of %s", command).isZero();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
            Files.delete(errors);
            Files.delete(output);
        }
    }

    private static void require(Path tool) {
        boolean there = Files.isExecutable(tool);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there).as("%s is needed (Debian package ffmpeg)", tool).isTrue();
        }
        assumeTrue(there, tool + " is missing: install Debian's ffmpeg");
    }
}
