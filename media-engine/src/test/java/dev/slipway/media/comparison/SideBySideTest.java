package dev.slipway.media.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.prepare.ComparisonRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.media.Rational;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SideBySideTest {
    private static final long MICROS = 1_000_000;
    private static final Path STREET = Clips.require("street-768x432-h264-aac-30s.mp4");

    /** Its noise is another one each time; at the usual strength little of it outlives the encoder. */
    private static final Protection STRONG =
            new Protection(Protection.MOST_EPSILON, Protection.MOST_STRENGTH, 1, AudioLevel.NONE);

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSamePictureIsShownAsItIsEncodedAndProtected() throws Exception {
        Comparison comparison = compare(Preparation.QUICK.withProtection(STRONG), 13 * MICROS);

        assertThat(comparison.micros()).isEqualTo(12_960_000L);
        assertThat(comparison.size()).isEqualTo(new Size(768, 432));
        Picture source = Picture.of(STREET, Math.toIntExact(Math.round(comparison.micros() / 1e6 * 12.5)));
        Picture original = Picture.of(comparison.original().file(), 0);
        Picture encoded = Picture.of(comparison.encoded().file(), 0);
        Comparison.Shown guarded = Objects.requireNonNull(comparison.guarded());
        Picture protectedOne = Picture.of(guarded.file(), 0);
        assertThat(difference(source, original))
                .as("it is that moment's picture")
                .isLessThan(2);
        assertThat(difference(original, encoded)).isBetween(0.2, 8.0);
        assertThat(difference(original, protectedOne)).isGreaterThan(1.01 * difference(original, encoded));
        double clean = Objects.requireNonNull(comparison.encoded().xpsnr());
        assertThat(clean).isBetween(28.0, 50.0);
        assertThat(Objects.requireNonNull(guarded.xpsnr())).isLessThan(clean);
        assertThat(guarded.bytes()).isGreaterThan(comparison.encoded().bytes());
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("compared-original.png", "compared-encoded.png", "compared-protected.png");
    }

    /** Where somebody decides by it, the size must be that of the file that will be made. */
    @ParameterizedTest
    @EnumSource(
            value = Recipe.class,
            names = {"FAST", "QUALITY"})
    void theSizeIsNearToThatOfTheFilmsRung(Recipe recipe) {
        PlanRequest wishes = Preparation.QUICK.withRecipe(recipe).withTrim(new Trim(8 * MICROS, 20 * MICROS));
        Comparison comparison = compare(wishes, 14 * MICROS);
        long made = Preparation.of(STREET, folder.resolve("made"), wishes)
                .topArtifact()
                .bytes();
        assertThat((double) comparison.encoded().bytes() / made).isBetween(0.6, 1.6);
        assertThat(comparison.guarded()).isNull();
        assertThat(comparison.micros()).isBetween(13_900_000L, 14 * MICROS);
    }

    @Test
    void aMomentOutsideOfThePartThatIsPublishedBecomesTheNearestInIt() {
        PlanRequest wishes = Preparation.QUICK.withTrim(new Trim(8 * MICROS, 10 * MICROS));
        assertThat(compare(wishes, 0).micros()).isEqualTo(8 * MICROS);
        assertThat(compare(wishes, 3600 * MICROS).micros()).isBetween(9_900_000L, 10 * MICROS);
    }

    @Test
    void progressRisesToItsEndAndACancellationIsHeard() {
        List<Double> told = new ArrayList<>();
        request(Preparation.QUICK, 0, progress -> told.add(progress.fraction()), new Cancellation());
        assertThat(told).isSorted().last().isEqualTo(1.0);

        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> request(
                        Preparation.QUICK,
                        0,
                        progress -> {
                            if (progress.fraction() > 0.5) {
                                cancellation.cancel();
                            }
                        },
                        cancellation))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CANCELLED));
    }

    @Test
    void neitherTheSourceNorWhatALinkLeadsToIsReplaced() throws Exception {
        Path source = Files.copy(STREET, folder.resolve("compared-encoded.png"));
        long bytes = Files.size(source);
        PrepareRequest preparation =
                new PrepareRequest(source, folder.resolve("files"), Preparation.QUICK, Beginning.RESUMED);
        assertThatThrownBy(() -> new Preparer(() -> Instant.EPOCH, 2)
                        .compare(
                                new ComparisonRequest(preparation, 0, folder),
                                ProgressListener.silent(),
                                new Cancellation()))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.USAGE));
        assertThat(source).hasSize(bytes);

        Files.delete(source);
        Path precious = Files.writeString(folder.resolve("precious"), "x");
        Files.createSymbolicLink(folder.resolve("compared-original.png"), precious);
        Files.createSymbolicLink(folder.resolve("compared-original.png.part"), precious);
        compare(Preparation.QUICK, 0);
        assertThat(precious).hasContent("x");
    }

    /** Of 25 pictures a second 100 are in a segment; 24 of 4K fit into the memory that is meant for them. */
    @ParameterizedTest
    @CsvSource({"0, 331776, 0, 100", "150, 331776, 100, 200", "249, 331776, 200, 250", "150, 8294400, 134, 158"})
    void whatIsEncodedIsTheSegmentOrAsMuchOfItAsFits(long frame, long pixels, long first, long end) {
        Timeline timeline = new Timeline(new Rational(25, 1), 250);
        assertThat(SideBySide.around(timeline, frame, pixels)).isEqualTo(new Stretch(first, end));
    }

    private Comparison compare(PlanRequest wishes, long micros) {
        return request(wishes, micros, ProgressListener.silent(), new Cancellation());
    }

    private Comparison request(PlanRequest wishes, long micros, ProgressListener listener, Cancellation cancellation) {
        PrepareRequest preparation = new PrepareRequest(STREET, folder.resolve("files"), wishes, Beginning.RESUMED);
        return new Preparer(() -> Instant.EPOCH, 2)
                .compare(new ComparisonRequest(preparation, micros, folder), listener, cancellation);
    }

    /** Of a colour's value, from 0 to 255, on average. */
    private static double difference(Picture one, Picture other) {
        assertThat(other.width()).isEqualTo(one.width());
        assertThat(other.height()).isEqualTo(one.height());
        long sum = 0;
        for (int i = 0; i < one.rgb().length; i++) {
            sum += Math.abs((one.rgb()[i] & 0xff) - (other.rgb()[i] & 0xff));
        }
        return (double) sum / one.rgb().length;
    }
}
