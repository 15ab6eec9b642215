package dev.slipway.server.verification;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.PictureSettings;
import dev.slipway.server.configuration.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The operator's model for pictures, tried when the server starts so that none fails in the middle. */
final class PictureModel {
    private PictureModel() {}

    /** @throws StartRefused with what is wrong with the model */
    static Optional<ModelSettings> tried(PictureSettings settings, MediaEngine engine) {
        Path file = settings.pictureModel();
        if (file == null) {
            return Optional.empty();
        }
        // Whoever opened a pipe would wait for its other end, for ever.
        if (!Files.isRegularFile(file)) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_PICTURE_MODEL is " + file + ", which is no file. Name one in the ONNX format, or none.");
        }
        try {
            ModelSettings model = new ModelSettings(
                    file.toAbsolutePath().normalize(),
                    settings.pictureModelClass(),
                    settings.pictureModelMean(),
                    settings.pictureModelDeviation());
            engine.tryModel(model);
            return Optional.of(model);
        } catch (MediaException | IllegalArgumentException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    e.getMessage() + " Name another one in SLIPWAY_PICTURE_MODEL, or none.",
                    e);
        }
    }
}
