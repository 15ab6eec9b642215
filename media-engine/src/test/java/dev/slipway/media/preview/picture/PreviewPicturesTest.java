package dev.slipway.media.preview.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.NumberedFilm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any moment of a film, in any order, in any container: the picture that is shown then. */
class PreviewPicturesTest {
    private static final int RATE = 25;
    private static final int PICTURES = 60;
    private static final long STEP = 1_000_000 / RATE;

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> films() {
        return Stream.of(
                film("far-key-frames.mp4", "-c:v", "libx264", "-g", "250", "-bf", "3", "-preset", "fast"),
                film("open-groups.mkv", "-c:v", "libx264", "-g", "12", "-x264-params", "open-gop=1:bframes=3"),
                film("late-start.mp4", "-c:v", "libx264", "-g", "30", "-output_ts_offset", "7.3"),
                film("stream.ts", "-c:v", "libx264", "-g", "20", "-bf", "2"),
                film("program.mpg", "-c:v", "mpeg2video", "-q:v", "2", "-g", "15", "-bf", "2"),
                film("web.webm", "-c:v", "libvpx", "-b:v", "2M", "-g", "50", "-deadline", "realtime"),
                film("counted.avi", "-c:v", "mpeg4", "-q:v", "2", "-g", "40"),
                film("bare.h264", "-c:v", "libx264", "-g", "40", "-bf", "2"),
                film("refreshed.mp4", "-c:v", "libx264", "-x264-params", "intra-refresh=1:keyint=20:bframes=0"),
                film("refreshed.ts", "-c:v", "libx264", "-x264-params", "intra-refresh=1:keyint=20:bframes=0"),
                film("only-keys.mov", "-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p"));
    }

    private static Arguments film(String name, String... encoding) {
        return Arguments.of(name, encoding);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void thePictureOfEveryMomentIsFound(String name, String[] encoding) throws Exception {
        Path file = folder.resolve(name);
        NumberedFilm.make(file, RATE, PICTURES, encoding);
        SourceScan scan = SourceScan.scan(file);
        Random random = new Random(7);
        try (PreviewPictures pictures = new PreviewPictures(file, scan, 2)) {
            for (int look = 0; look < 40; look++) {
                int wanted = look < 3 ? look : random.nextInt(PICTURES);
                long moment = wanted * STEP + random.nextLong(STEP / 2) + 1_000;
                assertShown(pictures.at(moment, () -> false), wanted);
            }
            assertShown(pictures.at(5 * STEP + 1_000, () -> false), 5);
            for (int next = 6; next < 12; next++) {
                assertShown(pictures.next(), next);
            }
            assertShown(pictures.at(11 * STEP + 1_000, () -> false), 11);
            assertShown(pictures.at(11 * STEP + 2_000, () -> false), 11);
            assertShown(pictures.at(1_000 * STEP, () -> false), PICTURES - 1);
            assertThat(pictures.next()).as("after the last").isNull();
            assertShown(pictures.at(0, () -> false), 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("films")
    void aSearchThatIsOvertakenEndsAndTheNextIsRight(String name, String[] encoding) throws Exception {
        Path file = folder.resolve(name);
        NumberedFilm.make(file, RATE, PICTURES, encoding);
        try (PreviewPictures pictures = new PreviewPictures(file, SourceScan.scan(file), 2)) {
            int[] looks = {0};
            assertThat(pictures.at(50 * STEP + 1_000, () -> ++looks[0] > 2)).isNull();
            assertShown(pictures.at(51 * STEP + 1_000, () -> false), 51);
        }
    }

    /** A hostile or broken index: some entries belong to a stream that is none, so that all after them are counted wrong. */
    @Test
    void anIndexWithForeignEntriesLeadsNobodyAstray() throws Exception {
        Path file = folder.resolve("lying.avi");
        NumberedFilm.make(file, RATE, PICTURES, "-c:v", "mpeg4", "-q:v", "2", "-g", "5");
        byte[] bytes = Files.readAllBytes(file);
        int index = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("idx1");
        for (int entry = 10; entry < 15; entry++) {
            bytes[index + 8 + 16 * entry + 1] = '7';
        }
        Files.write(file, bytes);
        try (PreviewPictures pictures = new PreviewPictures(file, SourceScan.scan(file), 2)) {
            for (int wanted : new int[] {33, 47, 12, 58, 21, 39}) {
                assertShown(pictures.at(wanted * STEP + 1_000, () -> false), wanted);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1} a second")
    @CsvSource({"film.mp4, 24", "film.mkv, 30", "film.mp4, 60", "film.mkv, 60"})
    void stepsLeadToEveryPictureForthAndBack(String name, int rate) throws Exception {
        Path file = folder.resolve(name);
        NumberedFilm.make(file, rate, 30, "-c:v", "libx264", "-g", "10", "-bf", "2");
        try (PreviewPictures pictures = new PreviewPictures(file, SourceScan.scan(file), 2)) {
            long at = 0;
            for (int number = 1; number < 30; number++) {
                at = step(pictures, at, 1, number);
            }
            at = step(pictures, at, 1, 29);
            for (int number = 28; number >= 0; number--) {
                at = step(pictures, at, -1, number);
            }
            at = step(pictures, at, -1, 0);
            at = step(pictures, at, 7, 7);
            step(pictures, at, -3, 4);
        }
    }

    private static long step(PreviewPictures pictures, long from, int count, int expected) {
        try (TimedPicture picture = Objects.requireNonNull(pictures.from(from, count, () -> false))) {
            assertThat(numberOf(picture)).isEqualTo(expected);
            return picture.micros();
        }
    }

    private static long numberOf(TimedPicture picture) {
        byte[] luma = picture.frame().plane(0);
        int middle = luma[luma.length / 2 + NumberedFilm.WIDTH / 2] & 0xff;
        boolean fullRange = picture.frame().pictureFormat().pixelFormatName().startsWith("yuvj");
        return fullRange ? NumberedFilm.numberOfGrey(middle) : NumberedFilm.numberOf(middle);
    }

    /** Brightness may be off by less than half of what tells two pictures apart. */
    private static void assertShown(@Nullable TimedPicture found, int number) {
        try (TimedPicture picture = Objects.requireNonNull(found)) {
            assertThat(numberOf(picture)).isEqualTo(number);
            assertThat(Math.round((double) picture.micros() / STEP))
                    .as("its moment, %d", picture.micros())
                    .isEqualTo(number);
        }
    }
}
