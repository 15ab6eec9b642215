package dev.slipway.media.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.Timeline;
import dev.slipway.model.media.Rational;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final Rational RATE = new Rational(25, 1);

    @Test
    void stretchesLieInTheMiddlesOfEqualParts() {
        assertThat(Stretch.spread(new Timeline(RATE, 600), 3, 20))
                .containsExactly(new Stretch(90, 110), new Stretch(290, 310), new Stretch(490, 510));
    }

    @Property
    void stretchesNeverOverlapAndNeverLeaveTheFilm(
            @ForAll @IntRange(min = 1, max = 100_000) int frames,
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll @IntRange(min = 1, max = 200) int each) {
        long end = 0;
        for (Stretch stretch : Stretch.spread(new Timeline(RATE, frames), count, each)) {
            assertThat(stretch.first()).isGreaterThanOrEqualTo(end);
            assertThat(stretch.end()).isGreaterThan(stretch.first());
            end = stretch.end();
        }
        assertThat(end).isLessThanOrEqualTo(frames);
    }
}
