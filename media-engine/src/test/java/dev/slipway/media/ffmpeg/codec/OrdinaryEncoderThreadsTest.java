package dev.slipway.media.ffmpeg.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrdinaryEncoderThreadsTest {
    private static final Path THREADS = Path.of("/proc/self/task");
    /** Of proc_pid_stat(5), counted from the field behind the name, which may hold blanks. */
    private static final int POLICY = 41 - 3;

    /** Only root is given the real-time class, as in a container. */
    @Test
    void anEncoderThatHelpsItselfToTheMachineIsTakenBack() throws IOException {
        assumeTrue(Files.isDirectory(THREADS), "skipped: this is no Linux");
        VideoEncoding encoding =
                new VideoEncoding("libsvtav1", 128, 96, new Rational(25, 1), 100_000, 1, Map.of("preset", "10"));
        try (Encoder encoder = Encoder.forPictures(encoding)) {
            assertThat(encoder.template()).isNotNull();
            assertThat(policies()).isNotEmpty().containsOnly("0");
        }
    }

    private static List<String> policies() throws IOException {
        try (Stream<Path> threads = Files.list(THREADS)) {
            return threads.map(OrdinaryEncoderThreadsTest::policy).toList();
        }
    }

    private static String policy(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ")[POLICY];
        } catch (IOException e) {
            // It ended while the others were read.
            return "0";
        }
    }
}
