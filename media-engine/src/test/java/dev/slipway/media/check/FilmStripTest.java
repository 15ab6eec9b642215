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
            film.add(i * 50, grey(i * 20), true);
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
            film.add(i * 40_000, grey(i), i % 100 == 0);
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
            film.add(i * 4_100, grey(i % 256), i % 100 == 0);
        }
        film.end();
        assertThat(film.moments())
                .allSatisfy(moment -> assertThat(moment.micros() % 4_100)
                        .isBetween(FilmStrip.ROUNDING_MICROS, 4_100 - FilmStrip.ROUNDING_MICROS));
    }

    /** Of a film of so many seconds, with a key picture every four seconds. */
    @ParameterizedTest
    @CsvSource({"1, 3", "30, 3", "45, 4", "80, 8", "200, 8"})
    void longFilmsAreLookedIntoAtMoreMomentsThanShortOnes(int seconds, int deep) {
        Set<List<Boolean>> choices = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            FilmStrip film = new FilmStrip(seconds * 25L, seconds * SECOND, new Random(seed));
            for (int i = 0; i < seconds * 25; i++) {
                film.add(i * 40_000L, grey(i % 256), i % 100 == 0);
            }
            film.end();
            List<Boolean> isKey = film.moments().stream()
                    .map(moment -> moment.micros() / 40_000 % 100 == 0)
                    .toList();
            assertThat(isKey).hasSize(FilmStrip.MOMENTS);
            assertThat(isKey.stream().filter(key -> !key).count()).isLessThanOrEqualTo(deep);
            choices.add(isKey);
            assertThat(film.moments())
                    .allSatisfy(moment -> assertThat(
                                    moment.print().likeness(grey((int) (moment.micros() / 40_000 % 256))))
                            .isEqualTo(1));
        }
        assertThat(choices.stream()
                        .mapToLong(isKey -> isKey.stream().filter(key -> !key).count())
                        .max())
                .hasValue(deep);
        assertThat(choices).as("nobody can foresee them").hasSizeGreaterThan(deep < FilmStrip.MOMENTS ? 40 : 1);
    }

    private static Thumbprint grey(int level) {
        byte[] luma = new byte[Thumbprint.WIDTH * Thumbprint.HEIGHT];
        byte[] chroma = new byte[luma.length / 2];
        Arrays.fill(luma, (byte) level);
        Arrays.fill(chroma, (byte) 128);
        return new Thumbprint(luma, chroma);
    }
}
