package dev.slipway.media.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final long SECOND = 1_000_000;

    @Test
    void thereIsOneInEachPart() {
        List<Long> taken = taken(Moments.spread(24 * SECOND, 24, new Random(1)), 24 * SECOND, 10_000);
        assertThat(taken).hasSize(24);
        for (int part = 0; part < 24; part++) {
            // A picture that is due is the first at or after the moment.
            assertThat(taken.get(part)).isBetween(part * SECOND, (part + 1) * SECOND + 10_000);
        }
    }

    @Test
    void theyAreElsewhereTheNextTime() {
        List<Long> once = taken(Moments.spread(24 * SECOND, 24, new Random(1)), 24 * SECOND, 1_000);
        List<Long> again = taken(Moments.spread(24 * SECOND, 24, new Random(2)), 24 * SECOND, 1_000);
        assertThat(again).isNotEqualTo(once);
    }

    @Test
    void aLongFilmHasNoMoreThanAreAskedForAllOverIt() {
        long twoHours = 7_200 * SECOND;
        List<Long> taken = taken(Moments.eachSecond(twoHours, 300, new Random(3)), twoHours, 40_000);
        assertThat(taken).hasSize(300);
        assertThat(taken.getFirst()).isLessThan(24 * SECOND + 40_000);
        assertThat(taken.getLast()).isGreaterThan(twoHours - 24 * SECOND);
    }

    @Test
    void aShortFilmHasOneForEachSecondItBegins() {
        assertThat(taken(Moments.eachSecond(5 * SECOND / 2, 300, new Random(4)), 3 * SECOND, 1_000))
                .hasSize(3);
        assertThat(taken(Moments.eachSecond(1, 300, new Random(4)), SECOND, 1_000))
                .hasSize(1);
    }

    @Test
    void ofSeveralThatHavePassedOnlyOnePictureIsTaken() {
        Moments moments = Moments.spread(10 * SECOND, 10, new Random(5));
        assertThat(moments.isDue(5 * SECOND)).isTrue();
        assertThat(moments.isDue(5 * SECOND)).isFalse();
        assertThat(moments.isDue(6 * SECOND)).isTrue();
    }

    private static List<Long> taken(Moments moments, long durationMicros, long step) {
        List<Long> taken = new ArrayList<>();
        for (long micros = 0; micros <= durationMicros; micros += step) {
            if (moments.isDue(micros)) {
                taken.add(micros);
            }
        }
        return taken;
    }
}
