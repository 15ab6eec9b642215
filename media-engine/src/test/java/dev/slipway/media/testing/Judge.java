package dev.slipway.media.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The system's own ffmpeg and ffprobe, which share no code with the build under test, say what a file is. */
public final class Judge {
    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");
    private static final Path FFPROBE = Path.of("/usr/bin/ffprobe");
    private static final long LIMIT_SECONDS = 120;

    private Judge() {}

    /** Skips the test when there is no judge, and fails it instead when {@code CI=true}. */
    public static void require() {
        boolean present = Files.isExecutable(FFMPEG) && Files.isExecutable(FFPROBE);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("ffmpeg and ffprobe in /usr/bin").isTrue();
        }
        assumeTrue(present, "skipped: there is no ffmpeg in /usr/bin to judge by");
    }

    /** Runs ffmpeg and expects it to succeed. */
    public static void ffmpeg(String... arguments) throws IOException, InterruptedException {
        require();
        List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-v", "error", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments));
        run(command);
    }

    /** Decodes all of a file; any complaint fails the test. */
    public static void decodesWithoutComplaint(Path file) throws IOException, InterruptedException {
        require();
        String said = run(List.of(
                FFMPEG.toString(), "-v", "error", "-nostdin", "-xerror", "-i", file.toString(), "-f", "null", "-"));
        assertThat(said).as("what ffmpeg says about %s", file.getFileName()).isBlank();
    }

    /** The only track's fields, counted frames included. */
    public static JsonNode track(Path file) throws IOException, InterruptedException {
        JsonNode streams =
                probe(List.of("-count_frames", "-show_streams"), file).path("streams");
        assertThat(streams.size()).as("tracks in %s", file.getFileName()).isEqualTo(1);
        return streams.get(0);
    }

    /** Presentation times, in seconds, of the pictures that the container offers as places to enter. */
    public static List<Double> keyFrames(Path file) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        List<String> asMarked = List.of("-fflags", "+nofillin+noparse", "-show_packets");
        for (JsonNode packet : probe(asMarked, file).path("packets")) {
            if (packet.path("flags").asString().startsWith("K")) {
                times.add(Double.parseDouble(packet.path("pts_time").asString()));
            }
        }
        return times;
    }

    private static JsonNode probe(List<String> wanted, Path file) throws IOException, InterruptedException {
        require();
        List<String> command = new ArrayList<>(List.of(FFPROBE.toString(), "-v", "error"));
        command.addAll(wanted);
        command.addAll(List.of("-of", "json", file.toString()));
        return Json.LENIENT.readTree(run(command));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("judge", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("%s ended in time", command).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
            return said;
        } finally {
            Files.delete(output);
        }
    }
}
