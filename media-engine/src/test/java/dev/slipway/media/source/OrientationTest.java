package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.picture.Orientation;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    private static final int ONE = 1 << 16;
    /** From the box's name to its matrix: version, times, number, length, layer, volume and what is reserved. */
    private static final int MATRIX_OFFSET = 4 + 40;

    @TempDir
    static Path folder;

    private static byte[] upright = {};

    @BeforeAll
    static void paintFourCorners() throws Exception {
        Path file = folder.resolve("upright.mp4");
        String corners = "color=black:s=160x96:r=10:d=0.5"
                + ",drawbox=0:0:80:48:red:fill,drawbox=80:0:80:48:lime:fill"
                + ",drawbox=0:48:80:48:blue:fill,drawbox=80:48:80:48:white:fill";
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", corners, "-pix_fmt", "yuv420p", "-c:v", "libx264", file.toString());
        upright = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @CsvSource({
        " 1,  0,  0,  1,   0",
        "-1,  0,  0,  1,   0",
        " 0,  1, -1,  0,  90",
        " 0, -1, -1,  0,  90",
        "-1,  0,  0, -1, 180",
        " 1,  0,  0, -1, 180",
        " 0, -1,  1,  0, 270",
        " 0,  1,  1,  0, 270",
    })
    void eachOfTheEightIsShownAsEveryPlayerShowsIt(int a, int b, int c, int d, int rotation) throws Exception {
        Path clip = turned(a, b, c, d);
        assertThat(Objects.requireNonNull(Probe.probe(clip).video()).rotation()).isEqualTo(rotation);

        Picture expected = Picture.of(clip, 0);
        Picture shown = Picture.of(
                Preparation.of(clip, folder.resolve("out%d%d%d%d".formatted(a, b, c, d)))
                        .top(),
                0);

        assertThat(shown.width()).isEqualTo(expected.width());
        assertThat(shown.height()).isEqualTo(expected.height());
        for (double across : new double[] {0.25, 0.75}) {
            for (double down : new double[] {0.25, 0.75}) {
                assertThat(shown.colourAt(across, down))
                        .as("colour at %s, %s", across, down)
                        .containsExactly(expected.colourAt(across, down), within(12.0));
            }
        }
    }

    @Test
    void aSlantedMatrixCountsAsTheNearestQuarterTurn() {
        assertThat(Orientation.of(ONE, 100, -100, ONE)).isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.of(100, ONE, -ONE, -100)).isEqualTo(Orientation.CLOCKWISE);
        assertThat(Orientation.of(Integer.MIN_VALUE, Integer.MIN_VALUE, 0, 0)).isEqualTo(Orientation.MIRRORED);
    }

    private static Path turned(int a, int b, int c, int d) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(upright.clone());
        int matrix = trackHeader() + MATRIX_OFFSET;
        bytes.putInt(matrix, a * ONE).putInt(matrix + 4, b * ONE);
        bytes.putInt(matrix + 12, c * ONE).putInt(matrix + 16, d * ONE);
        return Files.write(folder.resolve("turned%d%d%d%d.mp4".formatted(a, b, c, d)), bytes.array());
    }

    private static int trackHeader() {
        int at = 0;
        while (upright[at] != 't' || upright[at + 1] != 'k' || upright[at + 2] != 'h' || upright[at + 3] != 'd') {
            at++;
        }
        return at;
    }
}
