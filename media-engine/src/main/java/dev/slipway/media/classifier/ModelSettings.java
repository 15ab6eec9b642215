package dev.slipway.media.classifier;

import java.nio.file.Path;
import java.util.List;

/**
 * Which model, and how pictures are given to it.
 *
 * @param file in the ONNX format
 * @param unwanted which number of its answer counts, from 0
 * @param mean taken from red, green and blue, which are from 0 to 1
 * @param deviation that the rest is divided by
 */
public record ModelSettings(Path file, int unwanted, List<Float> mean, List<Float> deviation) {
    /** Most models are trained with these or with those of ImageNet. */
    public static final List<Float> NO_MEAN = List.of(0f, 0f, 0f);

    public static final List<Float> NO_DEVIATION = List.of(1f, 1f, 1f);

    /** @throws IllegalArgumentException unless there are three numbers of each, and no deviation is 0 or less */
    public ModelSettings {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != NO_MEAN.size() || deviation.size() != NO_DEVIATION.size()) {
            throw new IllegalArgumentException("mean and deviation have three numbers each, for red, green and blue");
        }
        if (unwanted < 0 || deviation.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException("classes are counted from 0, and deviations are above 0");
        }
    }

    /** With colours from 0 to 1 and the first number of the answer. */
    public static ModelSettings of(Path file) {
        return new ModelSettings(file, 0, NO_MEAN, NO_DEVIATION);
    }
}
