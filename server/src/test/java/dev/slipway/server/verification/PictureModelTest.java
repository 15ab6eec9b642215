package dev.slipway.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.media.MediaEngine;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.PictureSettings;
import dev.slipway.server.configuration.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PictureModelTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAModelNothingIsTried() {
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        assertThat(PictureModel.tried(settings(null, 1), engine)).isEmpty();
        assertThat(folder.resolve("natives")).isEmptyDirectory();
    }

    @Test
    void aServerWithAModelThatCannotBeUsedDoesNotStart() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.onnx"), "not a model");
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PictureModel.tried(settings(nonsense, 1), engine))
                .withMessageContaining("nonsense.onnx cannot be used: ONNX Runtime says")
                .withMessageContaining("SLIPWAY_PICTURE_MODEL")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PictureModel.tried(settings(nonsense, 0), engine))
                .withMessageContaining("deviations are above 0");
    }

    /** A pipe would keep the start waiting for its other end; a device stands for it here, as Java makes no pipes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoFileIsNotOpened() {
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        for (Path nothing : List.of(Path.of("/dev/zero"), folder, folder.resolve("none.onnx"))) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> PictureModel.tried(settings(nothing, 1), engine))
                    .withMessageStartingWith("SLIPWAY_PICTURE_MODEL is " + nothing + ", which is no file");
        }
        assertThat(folder.resolve("natives")).isEmptyDirectory();
    }

    private static PictureSettings settings(@Nullable Path model, float deviation) {
        return new PictureSettings(model, 0.8, 0, List.of(0f, 0f, 0f), List.of(1f, 1f, deviation));
    }
}
