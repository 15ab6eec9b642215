package dev.slipway.media;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.PublicationCheck;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.hardware.EncoderTrial;
import dev.slipway.media.mux.WebmCopy;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.worker.WorkerJob;
import dev.slipway.media.worker.WorkerLoop;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.media.MediaFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The worker's program. It is started by {@link MediaEngine} and does one job. */
final class WorkerMain {
    static final String LOAD = "load";
    static final String PROBE = "probe";
    static final String PREPARE = "prepare";
    static final String SAMPLE = "sample";
    static final String CHECK = "check";
    static final String TRY_ENCODERS = "try-encoders";
    static final String WEBM = "webm";

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        Preparer preparer =
                new Preparer(InstantSource.system(), Runtime.getRuntime().availableProcessors());
        Map<String, WorkerJob> jobs = new HashMap<>(MeasuringJobs.all(preparer));
        jobs.putAll(Map.of(
                LOAD, (input, listener, cancellation) -> FfmpegBuild.identity(),
                PROBE,
                        (input, listener, cancellation) ->
                                probe(read(input, ProbeRequest.class), listener, cancellation),
                PREPARE,
                        (input, listener, cancellation) ->
                                preparer.prepare(read(input, PrepareRequest.class), listener, cancellation),
                TRY_ENCODERS,
                        (input, listener, cancellation) ->
                                EncoderTrial.run(List.of(read(input, DeviceEncoder[].class))),
                WEBM, (input, listener, cancellation) -> WebmCopy.write(read(input, Path.class), cancellation),
                SAMPLE, (input, listener, cancellation) -> sample(read(input, SampleRequest.class), cancellation),
                CHECK,
                        (input, listener, cancellation) -> PublicationCheck.check(
                                read(input, CheckRequest.class), listener, cancellation, new SecureRandom())));
        WorkerLoop.run(jobs);
    }

    /** @param damage whether a file with too much missing is looked at all the same */
    record ProbeRequest(Path file, Damage damage) {}

    private static MediaFacts probe(ProbeRequest request, ProgressListener listener, Cancellation cancellation) {
        return Probe.probe(request.file(), request.damage(), listener, cancellation);
    }

    /** @param seconds how long the clip lasts */
    record SampleRequest(Path file, int seconds) {}

    private static Path sample(SampleRequest request, Cancellation cancellation) {
        Sample.make(request.file(), request.seconds(), cancellation);
        return request.file();
    }

    private static <T> T read(JsonNode input, Class<T> type) {
        return Json.STRICT.treeToValue(input, type);
    }
}
