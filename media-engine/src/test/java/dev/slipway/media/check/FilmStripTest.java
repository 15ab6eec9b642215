package dev.slipway.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmStripTest {
    private static final long SECOND = 1_000_000;

    @Test
    void aPictureIsComparedAsLongAsItIsShown() {
        FilmStrip film = new FilmStrip(10, 10 * SECOND, new Random(3));
        for (int i = 0; i < 10; i++) {
            film.add(i * 50L, grey(i * 20), true);
        }
        film.end();
        assertThat(film.moments()).hasSize(FilmStrip.MOMENTS).allSatisfy(moment -> {
            assertThat(moment.print().likeness(grey(180))).isEqualTo(1);
            assertThat(moment.micros()).isGreaterThan(450);
        });
        assertThat(film.moments().getLast().micros()).isBetween(8 * SECOND, 10 * SECOND);
    }

    @Test
    void everyMomentShowsThePictureOfItsTime() {
        FilmStrip film = new FilmStrip(250, 10 * SECOND, new Random(4));
        for (int i = 0; i < 250; i++) {
            film.add(i * 40_000L, grey(i), i % 100 == 0);
        }
        film.end();
        List<FilmStrip.Moment> moments = film.moments();
        assertThat(moments)
                .hasSize(FilmStrip.MOMENTS)
                .allSatisfy(moment -> assertThat(moment.print().likeness(grey((int) (moment.micros() / 40_000))))
                        .isEqualTo(1));
        assertThat(moments).extracting(FilmStrip.Moment::micros).isSorted();
    }

    @Test
    void noMomentIsSoNearAChangeOfPicturesThatRoundingCouldTellAnother() {
        FilmStrip film = new FilmStrip(2_500, 10 * SECOND, new Random(5));
        for (int i = 0; i < 2_500; i++) {
            film.add(i * 4_100L, grey(i % 256), i % 100 == 0);
        }
        film.end();
        assertThat(film.moments())
                .allSatisfy(moment -> assertThat(moment.micros() % 4_100)
                        .isBetween(FilmStrip.ROUNDING_MICROS, 4_100 - FilmStrip.ROUNDING_MICROS));
    }

    /** With a key picture every second, and eighths that begin with one, so that each moment has its own. */
    @ParameterizedTest
    @CsvSource({"8, 3", "32, 3", "48, 4", "80, 8", "200, 8"})
    void longFilmsAreLookedIntoAtMoreMomentsThanShortOnes(int seconds, int deep) {
        Set<List<Boolean>> choices = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            List<Boolean> isKey = isKey(film(seconds, 25, seed));
            // One that is looked into may happen to be at a key picture.
            assertThat(isKey.stream().filter(key -> !key).count()).isLessThanOrEqualTo(deep);
            choices.add(isKey);
        }
        assertThat(choices.stream()
                        .mapToLong(isKey -> isKey.stream().filter(key -> !key).count())
                        .max())
                .hasValue(deep);
        assertThat(choices)
                .as("nobody can foresee them")
                .hasSizeGreaterThanOrEqualTo(deep < FilmStrip.MOMENTS ? FilmStrip.MOMENTS : 1);
    }

    /** Key pictures say nothing of what lies behind them, and few of them must not stand for a film. */
    @ParameterizedTest
    @CsvSource({"30, 100", "30, 250", "30, 750", "79, 2000"})
    void noKeyPictureStandsForTwoMoments(int seconds, int picturesToAKey) {
        for (int seed = 0; seed < 200; seed++) {
            List<FilmStrip.Moment> moments = film(seconds, picturesToAKey, seed);
            assertThat(moments)
                    .hasSize(FilmStrip.MOMENTS)
                    .allSatisfy(moment -> assertThat(
                                    moment.print().likeness(grey((int) (moment.micros() / 40_000 % 256))))
                            .isEqualTo(1));
            // One that is looked into may happen to be at a key picture that was taken already.
            assertThat(moments.stream().map(moment -> moment.micros() / 40_000).distinct())
                    .hasSizeGreaterThanOrEqualTo(FilmStrip.MOMENTS - 1);
        }
    }

    private static List<Boolean> isKey(List<FilmStrip.Moment> moments) {
        assertThat(moments).hasSize(FilmStrip.MOMENTS);
        return moments.stream()
                .map(moment -> moment.micros() / 40_000 % 25 == 0)
                .toList();
    }

    private static List<FilmStrip.Moment> film(int seconds, int picturesToAKey, int seed) {
        FilmStrip film = new FilmStrip(seconds * 25L, seconds * SECOND, new Random(seed));
        for (int i = 0; i < seconds * 25; i++) {
            film.add(i * 40_000L, grey(i % 256), i % picturesToAKey == 0);
        }
        film.end();
        return film.moments();
    }

    private static Thumbprint grey(int level) {
        byte[] luma = new byte[Thumbprint.WIDTH * Thumbprint.HEIGHT];
        byte[] chroma = new byte[luma.length / 2];
        Arrays.fill(luma, (byte) level);
        Arrays.fill(chroma, (byte) 128);
        return new Thumbprint(luma, chroma);
    }
}
