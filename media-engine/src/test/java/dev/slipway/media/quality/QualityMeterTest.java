package dev.slipway.media.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityMeterTest {
    private static final Rational RATE = new Rational(25, 1);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    @Test
    void identicalPicturesReachTheStatedCeilingInsteadOfInfinity() {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame picture = scene(1, 0)) {
            meter.compare(picture, picture);
            meter.compare(picture, picture);
            Quality quality = meter.result();
            assertThat(quality.frames()).isEqualTo(2);
            assertThat(quality.xpsnr()).isEqualTo(new PlaneValues(100, 100, 100));
            assertThat(quality.psnr()).isEqualTo(new PlaneValues(100, 100, 100));
            assertThat(quality.ssim().y()).isEqualTo(1);
        }
    }

    @Test
    void aKnownErrorHasTheDecibelsOfTheFormula() {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame grey = Frame.blankPicture(WIDTH, HEIGHT);
                Frame brighter = Frame.blankPicture(WIDTH, HEIGHT)) {
            fill(grey, 100, 128);
            fill(brighter, 104, 128);
            meter.compare(grey, brighter);
            Quality quality = meter.result();
            assertThat(quality.psnr().y()).isCloseTo(10 * Math.log10(255.0 * 255 / 16), within(1e-3));
            assertThat(quality.psnr().u()).isEqualTo(Quality.CEILING);
        }
    }

    /** FFmpeg's xpsnr divides by nothing where its blocks would be smaller than a pixel. */
    @ParameterizedTest
    @CsvSource({"16, 16", "64, 16", "32, 62", "48, 48", "64, 64"})
    void picturesOfAnySizeAreMeasured(int width, int height) {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame grey = Frame.blankPicture(width, height);
                Frame brighter = Frame.blankPicture(width, height)) {
            fill(grey, 100, 128);
            fill(brighter, 104, 128);
            meter.compare(grey, brighter);
            assertThat(meter.result().psnr().y()).isCloseTo(10 * Math.log10(255.0 * 255 / 16), within(1e-3));
            assertThat(meter.result().xpsnr().y()).isBetween(20.0, 60.0);
        }
    }

    @Test
    void onePerfectPictureDoesNotHideABadOne() {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame picture = scene(1, 0);
                Frame noisy = scene(1, 20)) {
            meter.compare(picture, noisy);
            double bad = meter.result().psnr().y();
            meter.compare(picture, picture);
            assertThat(meter.result().psnr().y()).isCloseTo(bad + 10 * Math.log10(2), within(1e-3));
        }
    }

    @Test
    void theAverageIsTheOneThatTheFilterItselfReports(@TempDir Path folder) throws IOException {
        List<Frame> references = new ArrayList<>();
        List<Frame> distorted = new ArrayList<>();
        for (int frame = 0; frame < 12; frame++) {
            references.add(scene(frame, 0));
            distorted.add(scene(frame, 3 + frame));
        }
        Path statistics = folder.resolve("xpsnr");
        String chain = "[in][in2]xpsnr=stats_file=" + statistics + "[out]";
        try (QualityMeter meter = QualityMeter.complete(RATE)) {
            try (FilterGraph own =
                    FilterGraph.forPairs(references.getFirst().pictureFormat(), Timebase.ofRate(RATE), chain)) {
                for (int frame = 0; frame < references.size(); frame++) {
                    meter.compare(references.get(frame), distorted.get(frame));
                    references.get(frame).setPts(frame);
                    distorted.get(frame).setPts(frame);
                    own.filterPair(references.get(frame), distorted.get(frame), result -> {});
                }
            }
            PlaneValues measured = meter.result().xpsnr();
            assertThat(average(statistics, "y")).isCloseTo(measured.y(), within(1e-3));
            assertThat(average(statistics, "u")).isCloseTo(measured.u(), within(1e-3));
            assertThat(average(statistics, "v")).isCloseTo(measured.v(), within(1e-3));
        } finally {
            references.forEach(Frame::close);
            distorted.forEach(Frame::close);
        }
    }

    @Test
    void aRestartForgetsWhatWasMeasured() {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame picture = scene(1, 0);
                Frame noisy = scene(1, 30)) {
            meter.compare(picture, noisy);
            meter.restart();
            assertThatThrownBy(meter::result).isInstanceOf(IllegalStateException.class);
            meter.compare(picture, picture);
            assertThat(meter.result().psnr().y()).isEqualTo(Quality.CEILING);
        }
    }

    @Test
    void picturesOfDifferentSizeAreRefused() {
        try (QualityMeter meter = QualityMeter.complete(RATE);
                Frame large = Frame.blankPicture(WIDTH, HEIGHT);
                Frame small = Frame.blankPicture(WIDTH / 2, HEIGHT)) {
            assertThatThrownBy(() -> meter.compare(large, small))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("320 x 180")
                    .hasMessageContaining("160 x 180");
        }
    }

    private static double average(Path statistics, String plane) throws IOException {
        String last = Files.readAllLines(statistics).stream()
                .filter(line -> line.startsWith("XPSNR average"))
                .findFirst()
                .orElseThrow();
        String after = last.substring(last.indexOf("  " + plane + ": ") + 5);
        return Double.parseDouble(after.strip().split("\\s+")[0]);
    }

    /** A gradient that moves with the number, with noise of the given amplitude on every plane. */
    private static Frame scene(int number, int noise) {
        Random random = new Random(number);
        Frame picture = Frame.blankPicture(WIDTH, HEIGHT);
        for (int plane = 0; plane < 3; plane++) {
            int width = plane == 0 ? WIDTH : WIDTH / 2;
            int height = plane == 0 ? HEIGHT : HEIGHT / 2;
            byte[] block = new byte[width * height];
            for (int index = 0; index < block.length; index++) {
                int value = 60 + (index % width + 3 * number) % 100;
                block[index] = (byte) (value + (noise == 0 ? 0 : random.nextInt(-noise, noise + 1)));
            }
            picture.drawPlane(plane, 0, 0, width, block);
        }
        return picture;
    }

    private static void fill(Frame picture, int luma, int chroma) {
        picture.fillPlane(0, luma);
        picture.fillPlane(1, chroma);
        picture.fillPlane(2, chroma);
    }
}
