package dev.slipway.media;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.PublicationCheck;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.worker.WorkerLoop;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The worker's program. It is started by {@link MediaEngine} and does one job. */
final class WorkerMain {
    static final String LOAD = "load";
    static final String PROBE = "probe";
    static final String PREPARE = "prepare";
    static final String SAMPLE = "sample";
    static final String CHECK = "check";

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        Preparer preparer =
                new Preparer(InstantSource.system(), Runtime.getRuntime().availableProcessors());
        WorkerLoop.run(Map.of(
                LOAD, (input, listener, cancellation) -> FfmpegBuild.identity(),
                PROBE, (input, listener, cancellation) -> Probe.probe(read(input, Path.class)),
                PREPARE,
                        (input, listener, cancellation) ->
                                preparer.prepare(read(input, PrepareRequest.class), listener, cancellation),
                SAMPLE, (input, listener, cancellation) -> sample(read(input, SampleRequest.class)),
                CHECK,
                        (input, listener, cancellation) -> PublicationCheck.check(
                                read(input, CheckRequest.class), listener, cancellation, new SecureRandom())));
    }

    /** @param seconds how long the clip lasts */
    record SampleRequest(Path file, int seconds) {}

    private static Path sample(SampleRequest request) {
        Sample.make(request.file(), request.seconds());
        return request.file();
    }

    private static <T> T read(JsonNode input, Class<T> type) {
        return Json.STRICT.treeToValue(input, type);
    }
}
