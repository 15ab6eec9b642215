package dev.slipway.media.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.MediaEngine;
import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.media.classifier.SmallModel;
import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import dev.slipway.media.pdq.PdqHasher;
import dev.slipway.media.review.PictureSource;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.media.review.SampledPicture;
import dev.slipway.media.review.StripPicture;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film of two halves: three seconds of a test picture, three of a fractal. */
class ReviewMaterialTest {
    private static final long CHANGE = 3_000_000;

    @TempDir
    static Path folder;

    private static PreparedFilm film = PreparedFilm.NONE;
    private static Path source = Path.of("none");

    @BeforeAll
    static void prepare() throws Exception {
        source = folder.resolve("source.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=854x480:rate=25:duration=3",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=size=854x480:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=d=6",
                "-filter_complex",
                "[1:v]trim=duration=3,format=yuv420p[b];[0:v]format=yuv420p[a];[a][b]concat=n=2:v=1[v]",
                "-map",
                "[v]",
                "-map",
                "2:a",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                source.toString());
        film = PreparedFilm.prepare(source, folder.resolve("film"));
    }

    @Test
    void picturesOfTheFilmAreHashedAtTheTimesTheyAreShown() throws Exception {
        List<SampledPicture> pictures = of(material(), PictureSource.FILM);
        assertThat(pictures).hasSizeBetween(6, 7);
        assertThat(pictures).extracting(SampledPicture::micros).isSorted().startsWith(0L);
        assertThat(pictures).anyMatch(picture -> picture.micros() > CHANGE);
        for (SampledPicture picture : pictures) {
            PdqHash there = frame(source, seconds(picture.micros())).hash();
            assertThat(picture.hash().distance(there)).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
            assertThat(picture.quality()).isGreaterThanOrEqualTo(PdqHash.LEAST_QUALITY);
        }
        assertThat(pictures.getFirst().hash().distance(pictures.getLast().hash()))
                .isGreaterThan(2 * PdqHash.MATCH_DISTANCE);
    }

    @Test
    void posterPreviewAndTheAuthorsPictureAreHashedToo() throws Exception {
        Path avatar = folder.resolve("avatar.webp");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=size=256x256",
                "-frames:v",
                "1",
                "-c:v",
                "libwebp",
                "-y",
                avatar.toString());
        ReviewMaterial material =
                accepted(film.request().withAvatar(Files.readAllBytes(avatar))).material();
        SampledPicture author = of(material, PictureSource.AVATAR).getFirst();
        assertThat(author.hash().distance(frame(avatar, "0").hash())).isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        SampledPicture poster = of(material, PictureSource.POSTER).getFirst();
        assertThat(poster.hash().distance(frame(film.file("poster.webp"), "0").hash()))
                .isLessThanOrEqualTo(PdqHash.MATCH_DISTANCE);
        assertThat(of(material, PictureSource.AVATAR)).hasSize(1);
        assertThat(of(material, PictureSource.POSTER)).hasSize(1);
        assertThat(of(material, PictureSource.PREVIEW)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(of(material(), PictureSource.AVATAR)).isEmpty();
    }

    @Test
    void theStripShowsTheFilmSmallAtItsTimes() throws Exception {
        ReviewMaterial material = material();
        assertThat(material.fault()).isEmpty();
        List<StripPicture> strip = material.strip();
        assertThat(strip).hasSizeBetween(ReviewMaterial.MAX_STRIP - 3, ReviewMaterial.MAX_STRIP);
        assertThat(strip).extracting(StripPicture::micros).isSorted().doesNotHaveDuplicates();
        for (StripPicture picture : strip) {
            Path webp = Files.write(folder.resolve("strip.webp"), picture.bytes());
            assertThat(FfmpegTool.ffprobe("-show_entries", "stream=codec_name,width,height", "-of", "csv", "" + webp))
                    .contains("webp,320,180");
            PdqHash shown = frame(webp, "0").hash();
            PdqHash there = frame(source, seconds(picture.micros())).hash();
            assertThat(shown.distance(there)).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void allOfItComesOutOfTheSandboxedWorker() {
        MediaEngine engine = new MediaEngine(folder.resolve("natives"));
        CheckVerdict verdict = engine.check(
                        film.request(), Duration.ofMinutes(2), ProgressListener.silent(), new Cancellation())
                .orElseThrow();
        assertThat(verdict).isInstanceOfSatisfying(CheckVerdict.Accepted.class, accepted -> {
            assertThat(of(accepted.material(), PictureSource.FILM)).hasSizeBetween(6, 7);
            assertThat(accepted.material().strip()).isNotEmpty();
        });
    }

    @Test
    void whatAWorkerThatWasTakenOverMightSayIsFound() {
        PdqHash hash = new PdqHash(1, 2, 3, 4);
        StripPicture page = new StripPicture(0, Base64.getEncoder().encodeToString("<script>".getBytes(UTF_8)));
        StripPicture huge = new StripPicture(0, Base64.getEncoder().encodeToString(webp(200_000)));
        SampledPicture late = new SampledPicture(PictureSource.FILM, -1, hash, 100, null);
        SampledPicture odd = new SampledPicture(PictureSource.FILM, 1, hash, 101, null);
        SampledPicture fair = new SampledPicture(PictureSource.FILM, 1, hash, 100, null);
        StripPicture small = new StripPicture(0, Base64.getEncoder().encodeToString(webp(100)));
        assertThat(new ReviewMaterial(List.of(fair), List.of(small)).fault()).isEmpty();
        assertThat(new ReviewMaterial(List.of(late), List.of()).fault()).isPresent();
        assertThat(new ReviewMaterial(List.of(odd), List.of()).fault()).isPresent();
        for (double score : new double[] {-0.1, 1.1, Double.NaN}) {
            SampledPicture scored = new SampledPicture(PictureSource.FILM, 1, hash, 100, score);
            assertThat(new ReviewMaterial(List.of(scored), List.of()).fault()).isPresent();
        }
        assertThat(new ReviewMaterial(Collections.nCopies(500, fair), List.of()).fault())
                .isPresent();
        assertThat(List.of(page, huge, new StripPicture(0, "?"), new StripPicture(-1, small.webp())))
                .allSatisfy(picture -> assertThat(new ReviewMaterial(List.of(), List.of(picture)).fault())
                        .isPresent());
        assertThat(new ReviewMaterial(List.of(), Collections.nCopies(26, small)).fault())
                .isPresent();
    }

    @Test
    void aModelIsAskedAboutEachPictureInTheSandboxedWorker() throws Exception {
        Path model = SmallModel.ofBrightness().write(folder.resolve("brightness.onnx"));
        CheckVerdict verdict = new MediaEngine(folder.resolve("natives"))
                .check(
                        film.request().withModel(ModelSettings.of(model)),
                        Duration.ofMinutes(2),
                        ProgressListener.silent(),
                        new Cancellation())
                .orElseThrow();
        List<SampledPicture> pictures =
                ((CheckVerdict.Accepted) verdict).material().pictures();
        assertThat(pictures)
                .extracting(SampledPicture::score)
                .doesNotContainNull()
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        double first = Objects.requireNonNull(
                of(pictures, PictureSource.FILM).getFirst().score());
        double last = Objects.requireNonNull(
                of(pictures, PictureSource.FILM).getLast().score());
        assertThat(last).as("the fractal is brighter than the test picture").isGreaterThan(first + 0.2);
        assertThat(of(material(), PictureSource.FILM))
                .extracting(SampledPicture::score)
                .containsOnlyNulls();
    }

    private static byte[] webp(int length) {
        return Arrays.copyOf("RIFF____WEBPVP8 ".getBytes(UTF_8), length);
    }

    private static ReviewMaterial material() throws IOException {
        return accepted(film.request()).material();
    }

    private static CheckVerdict.Accepted accepted(CheckRequest request) throws IOException {
        CheckVerdict verdict =
                PublicationCheck.check(request, ProgressListener.silent(), new Cancellation(), new Random(7));
        assertThat(verdict).isInstanceOf(CheckVerdict.Accepted.class);
        return (CheckVerdict.Accepted) verdict;
    }

    private static List<SampledPicture> of(ReviewMaterial material, PictureSource source) {
        return of(material.pictures(), source);
    }

    private static List<SampledPicture> of(List<SampledPicture> pictures, PictureSource source) {
        return pictures.stream().filter(picture -> picture.source() == source).toList();
    }

    private static String seconds(long micros) {
        return Double.toString(micros / 1e6);
    }

    /** As another decoder shows it. */
    private static Pdq frame(Path file, String second) throws IOException, InterruptedException {
        Path raw = folder.resolve("frame.raw");
        FfmpegTool.ffmpeg(
                "-ss",
                second,
                "-i",
                file.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=480:270:out_range=pc,format=gray",
                "-f",
                "rawvideo",
                "-y",
                raw.toString());
        return PdqHasher.hash(Files.readAllBytes(raw), 480, 270, PdqHasher.Range.FULL);
    }
}
