package dev.slipway.server.configuration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What judges pictures beside the list of blocked ones.
 *
 * @param pictureModel {@code SLIPWAY_PICTURE_MODEL}: a file in the ONNX format; null means that there is none
 * @param pictureModelLimit {@code SLIPWAY_PICTURE_MODEL_LIMIT}: a person looks at what the model gives more than that
 * @param pictureModelClass {@code SLIPWAY_PICTURE_MODEL_CLASS}: which number of its answer counts, from 0
 * @param pictureModelMean {@code SLIPWAY_PICTURE_MODEL_MEAN}: taken from red, green and blue, by commas
 * @param pictureModelDeviation {@code SLIPWAY_PICTURE_MODEL_DEVIATION}: what the rest is divided by
 */
@Validated
@ConfigurationProperties("slipway")
public record PictureSettings(
        @Nullable Path pictureModel,

        @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1")
        double pictureModelLimit,

        @DefaultValue("0") @Min(0) int pictureModelClass,

        @DefaultValue({"0", "0", "0"}) @NotNull @Size(min = 3, max = 3)
        List<Float> pictureModelMean,

        @DefaultValue({"1", "1", "1"}) @NotNull @Size(min = 3, max = 3)
        List<Float> pictureModelDeviation) {
    public PictureSettings {
        pictureModelMean = List.copyOf(pictureModelMean);
        pictureModelDeviation = List.copyOf(pictureModelDeviation);
    }
}
