package dev.slipway.media;

import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.quality.FileComparison;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.worker.WorkerJob;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The worker's jobs that {@link MeasuringEngine} asks for. */
final class MeasuringJobs {
    static final String PROGRAM = "program";
    static final String PLAN = "plan";
    static final String OUTLOOK = "outlook";
    static final String COMPARE = "compare";

    private MeasuringJobs() {}

    record CompareRequest(Path reference, Path distorted) {}

    static Map<String, WorkerJob> all(Preparer preparer) {
        return Map.of(
                OUTLOOK,
                (input, listener) -> preparer.outlook(read(input, PrepareRequest.class), listener, new Cancellation()),
                PROGRAM,
                (input, listener) -> program(),
                PLAN,
                (input, listener) -> preparer.plan(read(input, PrepareRequest.class), new Cancellation()),
                COMPARE,
                (input, listener) -> {
                    CompareRequest request = read(input, CompareRequest.class);
                    return FileComparison.of(request.reference(), request.distorted(), new Cancellation());
                });
    }

    private static Path program() {
        try {
            return FfmpegBuild.program();
        } catch (FfmpegException e) {
            throw new MediaException(ProblemCode.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    private static <T> T read(JsonNode input, Class<T> type) {
        return Json.STRICT.treeToValue(input, type);
    }
}
