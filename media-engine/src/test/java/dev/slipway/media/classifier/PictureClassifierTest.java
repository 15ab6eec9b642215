package dev.slipway.media.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureClassifierTest {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({"white, 1", "black, 0", "gray, 0.5"})
    void aPictureIsGivenToTheModelInItsLevels(String colour, double expected) throws Exception {
        assertThat(score(ModelSettings.of(brightness()), colour)).isCloseTo(expected, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"red, 0", "lime, 1", "blue, 2"})
    void coloursComeInTheOrderOfRedGreenAndBlue(String colour, int place) throws Exception {
        for (int weighed = 0; weighed < 3; weighed++) {
            float[] weights = new float[3];
            weights[weighed] = 20;
            Path file = new SmallModel(new long[] {1, 3, 16, 16}, new float[][] {weights}, new float[] {-10}, "Sigmoid")
                    .write(folder.resolve("colour.onnx"));
            assertThat(score(ModelSettings.of(file), colour)).isCloseTo(weighed == place ? 1 : 0, within(0.05));
        }
    }

    @Test
    void ofSeveralClassesTheNamedOneCounts() throws Exception {
        float[][] weights = {{-6, -6, -6}, {6, 6, 6}};
        Path file = new SmallModel(new long[] {-1, 3, -1, -1}, weights, new float[] {9, -9}, "Sigmoid")
                .write(folder.resolve("two.onnx"));
        ModelSettings second = new ModelSettings(file, 1, ModelSettings.NO_MEAN, ModelSettings.NO_DEVIATION);
        assertThat(score(ModelSettings.of(file), "white")).isLessThan(0.01);
        assertThat(score(second, "white")).isGreaterThan(0.99);
    }

    @Test
    void meanAndDeviationAreAppliedFirst() throws Exception {
        List<Float> half = List.of(0.5f, 0.5f, 0.5f);
        List<Float> wide = List.of(2f, 2f, 2f);
        // (1 - 0.5) / 2 is a quarter: sigmoid(20 / 4 - 10).
        ModelSettings moved = new ModelSettings(brightness(), 0, half, wide);
        assertThat(score(moved, "white")).isCloseTo(0.0067, within(0.002));
    }

    @Test
    void aModelThatCannotBeUsedIsRefusedInWords() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.onnx"), "not a model");
        assertRefused(ModelSettings.of(folder.resolve("missing.onnx")), "no such file");
        assertRefused(ModelSettings.of(nonsense), "ONNX Runtime says");
        assertRefused(
                new ModelSettings(brightness(), 1, ModelSettings.NO_MEAN, ModelSettings.NO_DEVIATION),
                "class 1 is wished");
        float[][] weights = {{1, 1, 1}};
        Path logits = new SmallModel(new long[] {1, 3, 8, 8}, weights, new float[] {5}, "Identity")
                .write(folder.resolve("logits.onnx"));
        assertRefused(ModelSettings.of(logits), "no probability");
        Path huge = new SmallModel(new long[] {1, 3, 8, 5000}, weights, new float[] {0}, "Sigmoid")
                .write(folder.resolve("huge.onnx"));
        assertRefused(ModelSettings.of(huge), "5000 wide or high");
        Path list = new SmallModel(new long[] {1, 4, 8, 8}, weights, new float[] {0}, "Sigmoid")
                .write(folder.resolve("four.onnx"));
        assertRefused(ModelSettings.of(list), "cannot be used");
    }

    /** A check that ended by its own limit would count against the files, and be held against their author. */
    @Test
    @Timeout(60)
    void aModelThatDoesNotEndIsStoppedAndToldAsWhatItIs() throws Exception {
        ModelSettings looping = ModelSettings.of(LoopingModel.write(folder.resolve("loop.onnx")));
        try (PictureClassifier classifier = PictureClassifier.open(looping, Duration.ofSeconds(2));
                FilterGraph source =
                        FilterGraph.pictureSource("color=white:size=128x72:rate=1:duration=1,format=yuv420p")) {
            assertThatExceptionOfType(MediaException.class)
                    .isThrownBy(() -> source.pull(classifier::of))
                    .withMessageContaining("takes more than 2 s for the pictures of one film")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION));
        }
    }

    @Test
    void theSandboxedWorkerLoadsAModelAndNamesWhatIsWrongWithAnother() throws Exception {
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        engine.tryModel(ModelSettings.of(brightness()));
        Path nonsense = Files.writeString(folder.resolve("wrong.onnx"), "not a model");
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() -> engine.tryModel(ModelSettings.of(nonsense)))
                .withMessageContaining("wrong.onnx cannot be used: ONNX Runtime says");
    }

    private static void assertRefused(ModelSettings settings, String reason) {
        assertThatExceptionOfType(MediaException.class)
                .isThrownBy(() -> PictureClassifier.open(settings))
                .withMessageContaining(reason)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION));
    }

    private static Path brightness() throws IOException {
        return SmallModel.ofBrightness().write(folder.resolve("brightness.onnx"));
    }

    private static double score(ModelSettings settings, String colour) {
        double[] score = {Double.NaN};
        try (PictureClassifier classifier = PictureClassifier.open(settings);
                FilterGraph source = FilterGraph.pictureSource(
                        "color=" + colour + ":size=128x72:rate=1:duration=1,format=yuv420p")) {
            source.pull(picture -> score[0] = classifier.of(picture));
        }
        return score[0];
    }
}
