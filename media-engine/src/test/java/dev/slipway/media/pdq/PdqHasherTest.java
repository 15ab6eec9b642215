package dev.slipway.media.pdq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdqHasherTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureThatWasScaledBrightenedOrLightlyNoisedIsTheSame(long seed) {
        Scene scene = Scene.random(640, 360, seed);
        assertThat(scene.hash().quality()).isGreaterThanOrEqualTo(PdqHash.LEAST_QUALITY);
        assertThat(distance(scene, scene.scaled(320, 180))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(distance(scene, scene.scaled(256, 256))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(distance(scene, scene.scaled(1280, 720))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(distance(scene, scene.scaled(2600, 1500))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(distance(scene, scene.brighter(0.8, 30))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(distance(scene, scene.noisy(8))).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
    }

    @Test
    void aPictureThatWasCodedAnewIsTheSame() throws Exception {
        for (int seed = 1; seed <= 4; seed++) {
            Scene scene = Scene.random(640, 360, seed);
            Path raw = Files.write(folder.resolve("picture.raw"), scene.luma());
            Path jpeg = folder.resolve("picture.jpg");
            Path back = folder.resolve("back.raw");
            FfmpegTool.ffmpeg(
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "gray",
                    "-s",
                    "640x360",
                    "-i",
                    raw.toString(),
                    "-vf",
                    "scale=480:270",
                    "-pix_fmt",
                    "yuvj420p",
                    "-q:v",
                    "20",
                    "-y",
                    jpeg.toString());
            FfmpegTool.ffmpeg("-i", jpeg.toString(), "-pix_fmt", "gray", "-f", "rawvideo", "-y", back.toString());
            assertThat(distance(scene, new Scene(Files.readAllBytes(back), 480, 270)))
                    .isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        }
    }

    @Test
    void differentPicturesAreHalfOfAllBitsApart() {
        PdqHash[] hashes = new PdqHash[24];
        Arrays.setAll(hashes, seed -> Scene.random(320, 180, seed).hash().hash());
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < hashes.length; one++) {
            for (int other = one + 1; other < hashes.length; other++) {
                int distance = hashes[one].distance(hashes[other]);
                assertThat(distance).isGreaterThan(2 * PdqHash.MATCH_DISTANCE);
                sum += distance;
                pairs++;
            }
        }
        assertThat(sum / pairs).isCloseTo(128, within(6.0));
    }

    @ParameterizedTest
    @CsvSource({"640, 360, 0", "640, 360, 128", "64, 64, 255", "4, 300, 77", "300, 4, 77", "1, 1, 5"})
    void aFlatOrTinyPictureHasNoQuality(int width, int height, int level) {
        assertThat(Scene.flat(width, height, level).hash().quality()).isZero();
        assertThat(Scene.flat(width, height, level).hash().isMeaningful()).isFalse();
    }

    @Test
    void aPictureFullOfEdgesHasTheBestQuality() {
        Scene board = Scene.drawn(64, 64, (y, x) -> (x / 4 + y / 4) % 2 * 255);
        assertThat(board.hash().quality()).isEqualTo(100);
        assertThat(board.hash().isMeaningful()).isTrue();
    }

    @Test
    void qualityCountsWholePercentsOfSteps() {
        // 63 × 64 steps of 3 of 255 between rows come to 1 percent each, those of 2 to none.
        assertThat(Scene.drawn(64, 64, (y, x) -> y * 3).hash().quality()).isEqualTo(63 * 64 / 90);
        assertThat(Scene.drawn(64, 64, (y, x) -> x * 3).hash().quality()).isEqualTo(63 * 64 / 90);
        assertThat(Scene.drawn(64, 64, (y, x) -> y * 2).hash().quality()).isZero();
    }

    @Test
    void limitedAndFullRangeOfTheSamePictureAgree() {
        Scene full = Scene.random(320, 180, 5).brighter(0.12, 90);
        Scene limited = full.brighter(219 / 255.0, 16);
        Pdq told = PdqHasher.hash(limited.luma(), 320, 180, PdqHasher.Range.LIMITED);
        assertThat(told.hash().distance(full.hash().hash())).isLessThanOrEqualTo(4);
        assertThat(told.quality()).isCloseTo(full.hash().quality(), within(2));
        assertThat(PdqHasher.hash(limited.luma(), 320, 180, PdqHasher.Range.FULL)
                        .quality())
                .isLessThan(told.quality());
    }

    /** The cosine of one frequency holds that frequency and no other, and 32 times its height. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 15", "15, 0", "3, 9", "15, 15"})
    void eachFrequencyIsFoundInItsPlace(int row, int column) {
        float[] luma = new float[64 * 64];
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                luma[y * 64 + x] = (float) (128
                        + 100
                                * Math.cos(Math.PI * (2 * y + 1) * (row + 1) / 128)
                                * Math.cos(Math.PI * (2 * x + 1) * (column + 1) / 128));
            }
        }
        Frequencies frequencies = Frequencies.of(SmallLuma.of(luma, 64, 64));
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                float expected = i == row && j == column ? 3200 : 0;
                assertThat(frequencies.at(i, j)).isCloseTo(expected, within(0.05f));
            }
        }
    }

    @Test
    void exactlyHalfOfTheBitsOfAPictureAreSet() {
        PdqHash hash = Scene.random(320, 180, 6).hash().hash();
        assertThat(hash.distance(new PdqHash(0, 0, 0, 0))).isEqualTo(128);
    }

    /** A second implementation, straight from the definition and in double precision. */
    @ParameterizedTest
    @CsvSource({"640, 360", "427, 240", "64, 64", "65, 100", "129, 257", "63, 20", "720, 1280", "5, 5"})
    void theHashIsWhatTheDefinitionSays(int width, int height) {
        Scene scene = Scene.random(width, height, width);
        double[][] luma = new double[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                luma[y][x] = scene.at(y, x);
            }
        }
        Pdq told = scene.hash();
        Definition definition = Definition.of(luma);
        assertThat(told.hash().distance(definition.hash())).isLessThanOrEqualTo(2);
        assertThat(told.quality()).isCloseTo(definition.quality(), within(1));
    }

    private static int distance(Scene one, Scene other) {
        return one.hash().hash().distance(other.hash().hash());
    }
}
