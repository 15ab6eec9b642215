package dev.slipway.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PosterMomentsTest {
    private static final long SECOND = 1_000_000;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    /** Ten seconds of black, then a scene that stands still; a picture in every half second. */
    @Test
    void whatIsDarkIsNotOfferedAndWhatIsLiesApart() {
        PosterMoments moments = new PosterMoments(30 * SECOND);
        for (int half = 0; half < 60; half++) {
            add(moments, half * SECOND / 2, half < 20 ? 0 : 180);
        }
        List<Long> best = moments.best(3);
        assertThat(best).hasSize(3).allMatch(micros -> micros >= 10 * SECOND);
        for (int one = 0; one < best.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertThat(Math.abs(best.get(one) - best.get(other))).isGreaterThanOrEqualTo(SECOND);
            }
        }
    }

    @Test
    void aFadeIsLeftForWhatKeepsItsLight() {
        PosterMoments moments = new PosterMoments(6 * SECOND);
        for (int tenth = 0; tenth < 60; tenth++) {
            add(moments, tenth * SECOND / 10, tenth < 30 ? 60 + 4 * tenth : 180);
        }
        assertThat(moments.best(1)).isNotEmpty().allMatch(micros -> micros > 3 * SECOND);
    }

    @Test
    void aFilmOfNothingButBlackHasNone() {
        PosterMoments moments = new PosterMoments(SECOND);
        add(moments, 0, 0);
        assertThat(moments.best(6)).isEmpty();
        assertThat(new PosterMoments(SECOND).best(6)).isEmpty();
    }

    /** Bars from black to as bright as that, with grain. */
    private static void add(PosterMoments moments, long micros, int brightest) {
        Random grain = new Random(5);
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int at = 0; at < luma.length; at++) {
            boolean isBar = at / 8 % 2 == 0;
            luma[at] = (byte) (isBar ? Math.max(0, brightest - grain.nextInt(20)) : brightest / 8);
        }
        try (Frame picture = Frame.blankPicture(WIDTH, HEIGHT)) {
            picture.drawPlane(0, 0, 0, WIDTH, luma);
            moments.add(micros, picture);
        }
    }
}
