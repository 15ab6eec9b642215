package dev.slipway.media;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.PublicationCheck;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.classifier.PictureClassifier;
import dev.slipway.media.device.DeviceDecoder;
import dev.slipway.media.device.DeviceEncoder;
import dev.slipway.media.ffmpeg.FfmpegBuild;
import dev.slipway.media.hardware.DecodingTrials;
import dev.slipway.media.hardware.EncoderTrial;
import dev.slipway.media.image.Crop;
import dev.slipway.media.image.Images;
import dev.slipway.media.mux.WebmCopy;
import dev.slipway.media.prepare.ComparisonRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.media.preview.PreviewService;
import dev.slipway.media.preview.sound.JavaSoundLine;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.sample.Sample;
import dev.slipway.media.still.CardPicture;
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
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The worker's program. It is started by {@link MediaEngine} and does one job. */
final class WorkerMain {
    static final String LOAD = "load";
    static final String PROBE = "probe";
    static final String PREPARE = "prepare";
    static final String SAMPLE = "sample";
    static final String CHECK = "check";
    static final String TRY_MODEL = "try-model";
    static final String TRY_ENCODERS = "try-encoders";
    static final String TRY_DECODERS = "try-decoders";
    static final String WEBM = "webm";
    static final String CARD_PICTURE = "card-picture";
    static final String IMAGE_VIEW = "image-view";
    static final String AVATAR = "avatar";
    static final String SIDE_BY_SIDE = "side-by-side";
    static final String PREVIEW = "preview";

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        // Filters, cue times and journal lines are written for machines; a person's locale has no say in them.
        Locale.setDefault(Locale.ROOT);
        Preparer preparer =
                new Preparer(InstantSource.system(), Runtime.getRuntime().availableProcessors());
        Map<String, WorkerJob> jobs = new HashMap<>(MeasuringJobs.all(preparer));
        jobs.putAll(Map.of(
                LOAD, (input, listener) -> FfmpegBuild.identity(),
                PROBE, (input, listener) -> probe(read(input, ProbeRequest.class), listener),
                PREPARE,
                        (input, listener) ->
                                preparer.prepare(read(input, PrepareRequest.class), listener, new Cancellation()),
                TRY_ENCODERS, (input, listener) -> EncoderTrial.run(List.of(read(input, DeviceEncoder[].class))),
                TRY_DECODERS, (input, listener) -> DecodingTrials.run(List.of(read(input, DeviceDecoder[].class))),
                WEBM, (input, listener) -> WebmCopy.write(read(input, Path.class), new Cancellation()),
                SAMPLE, (input, listener) -> sample(read(input, SampleRequest.class)),
                CHECK,
                        (input, listener) -> PublicationCheck.check(
                                read(input, CheckRequest.class), listener, new Cancellation(), new SecureRandom())));
        jobs.put(CARD_PICTURE, (input, listener) -> cardPicture(read(input, CardPictureRequest.class)));
        jobs.put(IMAGE_VIEW, (input, listener) -> imageView(read(input, ImageViewRequest.class)));
        jobs.put(
                SIDE_BY_SIDE,
                (input, listener) ->
                        preparer.compare(read(input, ComparisonRequest.class), listener, new Cancellation()));
        jobs.put(TRY_MODEL, (input, listener) -> tryModel(read(input, ModelSettings.class)));
        jobs.put(AVATAR, (input, listener) -> avatar(read(input, AvatarRequest.class)));
        WorkerLoop.run(jobs, Map.of(PREVIEW, WorkerMain::preview));
    }

    /** @param damage whether a file with too much missing is looked at all the same */
    record ProbeRequest(Path file, Damage damage) {}

    private static MediaFacts probe(ProbeRequest request, ProgressListener listener) {
        return Probe.probe(request.file(), request.damage(), listener, new Cancellation());
    }

    /** @param target the JPEG file that is written */
    record CardPictureRequest(Path source, Path target) {}

    private static Path cardPicture(CardPictureRequest request) throws IOException {
        CardPicture.write(request.source(), request.target(), new Cancellation());
        return request.target();
    }

    /** @param target the PNG file that is written */
    record ImageViewRequest(Path source, Path target) {}

    private static Path imageView(ImageViewRequest request) throws IOException {
        Images.view(request.source(), request.target());
        return request.target();
    }

    /** @param target the WebP file that is written */
    record AvatarRequest(Path source, Crop crop, Path target) {}

    private static Path avatar(AvatarRequest request) throws IOException {
        Images.avatar(request.source(), request.crop(), request.target());
        return request.target();
    }

    private static String tryModel(ModelSettings model) {
        PictureClassifier.open(model).close();
        return "usable";
    }

    /** @param seconds how long the clip lasts */
    record SampleRequest(Path file, int seconds) {}

    private static Path sample(SampleRequest request) {
        Sample.make(request.file(), request.seconds(), new Cancellation());
        return request.file();
    }

    /** Ends with the worker. Nobody is left in doubt: after a fault there is no worker, and its caller starts another. */
    private static Consumer<JsonNode> preview(JsonNode input, Consumer<Object> answers) {
        PreviewService player =
                PreviewService.start(read(input, PreviewRequest.class), JavaSoundLine::open, answers, fault -> {
                    try {
                        fault.printStackTrace(); // to standard error, which is the log that the caller keeps
                    } finally {
                        Runtime.getRuntime().halt(1);
                    }
                });
        return message -> player.tell(read(message, PreviewCommand.class));
    }

    private static <T> T read(JsonNode input, Class<T> type) {
        return Json.STRICT.treeToValue(input, type);
    }
}
