package dev.slipway.media.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the system's own ffmpeg and ffprobe, which share no code with the build under test, say a file is. */
public final class Judge {
    private Judge() {}

    /** Decodes all of a file; any complaint fails the test. */
    public static void decodesWithoutComplaint(Path file) throws IOException, InterruptedException {
        FfmpegTool.ffmpeg("-xerror", "-i", file.toString(), "-f", "null", "-");
    }

    /** The only track's fields, counted frames included. */
    public static JsonNode track(Path file) throws IOException, InterruptedException {
        JsonNode streams = probe(file, "-count_frames", "-show_streams").path("streams");
        assertThat(streams.size()).as("tracks in %s", file.getFileName()).isEqualTo(1);
        return streams.get(0);
    }

    /** Presentation times, in seconds, of the pictures that the container offers as places to enter. */
    public static List<Double> keyFrames(Path file) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        JsonNode packets =
                probe(file, "-fflags", "+nofillin+noparse", "-show_packets").path("packets");
        for (JsonNode packet : packets) {
            if (packet.path("flags").asString().startsWith("K")) {
                times.add(Double.parseDouble(packet.path("pts_time").asString()));
            }
        }
        return times;
    }

    private static JsonNode probe(Path file, String... wanted) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(wanted));
        arguments.addAll(List.of("-of", "json", file.toString()));
        return Json.LENIENT.readTree(FfmpegTool.ffprobe(arguments.toArray(String[]::new)));
    }
}
