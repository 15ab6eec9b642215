package dev.slipway.media.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilmStripTest {
    private static final long SECOND = 1_000_000;

    @Test
    void aPictureIsComparedAsLongAsItIsShown() {
        FilmStrip film = new FilmStrip(10, 10 * SECOND, new Random(3));
        for (int i = 0; i < 10; i++) {
            film.add(i * 50, grey(i * 20));
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
            film.add(i * 40_000, grey(i));
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
            film.add(i * 4_100, grey(i % 256));
        }
        film.end();
        assertThat(film.moments())
                .allSatisfy(moment -> assertThat(moment.micros() % 4_100)
                        .isBetween(FilmStrip.ROUNDING_MICROS, 4_100 - FilmStrip.ROUNDING_MICROS));
    }

    private static Thumbprint grey(int level) {
        byte[] luma = new byte[Thumbprint.WIDTH * Thumbprint.HEIGHT];
        byte[] chroma = new byte[luma.length / 2];
        Arrays.fill(luma, (byte) level);
        Arrays.fill(chroma, (byte) 128);
        return new Thumbprint(luma, chroma);
    }
}
