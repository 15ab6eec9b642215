package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.forecast.SampleFilm;
import dev.slipway.media.forecast.Stretch;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.media.Rational;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JudgedStretchesTest {
    private static final Rational RATE = new Rational(30_000, 1001);
    private static final Size HD = new Size(1920, 1080);

    @Property
    void stretchesBeginWithSegmentsStayInThemAndFitIntoMemory(
            @ForAll @IntRange(min = 1, max = 500_000) int frames,
            @ForAll @IntRange(min = 16, max = 3840) int width,
            @ForAll @IntRange(min = 16, max = 2160) int height) {
        Timeline timeline = new Timeline(RATE, frames);
        long pictures = 0;
        long before = -1;
        for (Stretch stretch : JudgedStretches.of(timeline, new Size(width, height))) {
            assertThat(timeline.startsSegment(stretch.first())).isTrue();
            assertThat(timeline.segmentOf(stretch.end() - 1))
                    .isEqualTo(timeline.segmentOf(stretch.first()))
                    .isGreaterThan(before);
            before = timeline.segmentOf(stretch.first());
            pictures += stretch.pictures();
        }
        assertThat(pictures * width * height * 3 / 2).isBetween(1L, SampleFilm.KEPT_BYTES);
    }

    @Test
    void aShortFilmIsJudgedWhole() {
        Timeline timeline = new Timeline(RATE, 170);

        assertThat(JudgedStretches.of(timeline, new Size(640, 360)))
                .containsExactly(new Stretch(0, 120), new Stretch(120, 170));
    }

    @Test
    void aLongFilmIsJudgedAllOverItsLength() {
        Timeline timeline = new Timeline(RATE, 100_000);
        List<Stretch> stretches = JudgedStretches.of(timeline, HD);

        assertThat(stretches).hasSize(4).allMatch(stretch -> stretch.pictures() == 48);
        assertThat(stretches.getFirst().first()).isLessThan(13_000);
        assertThat(stretches.getLast().first()).isGreaterThan(87_000);
    }

    @Test
    void whereMemoryAllowsWholeSegmentsAreJudged() {
        Timeline timeline = new Timeline(RATE, 1800);

        assertThat(JudgedStretches.of(timeline, new Size(320, 180)))
                .hasSize(4)
                .allMatch(stretch -> stretch.pictures() >= 112);
    }
}
