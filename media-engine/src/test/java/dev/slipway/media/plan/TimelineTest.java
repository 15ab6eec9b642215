package dev.slipway.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.media.Rational;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Property(tries = 500)
    void everyPictureLiesInExactlyOneSegmentAndChunk(
            @ForAll @IntRange(min = 1, max = 120_000) int numerator,
            @ForAll @IntRange(min = 1, max = 2002) int denominator,
            @ForAll @LongRange(min = 0, max = 10_000_000) long frame) {
        Timeline timeline = new Timeline(new Rational(numerator, denominator), frame + 1);
        long segment = timeline.segmentOf(frame);
        assertThat(timeline.segmentStart(segment)).isLessThanOrEqualTo(frame);
        assertThat(timeline.segmentStart(segment + 1)).isGreaterThan(frame);
        int chunk = timeline.chunkOf(frame);
        assertThat(timeline.chunkStart(chunk)).isLessThanOrEqualTo(frame);
        assertThat(timeline.chunkEnd(chunk)).isGreaterThan(frame);
    }

    @Property(tries = 500)
    void aPicturesOwnTimeLeadsBackToIt(
            @ForAll @IntRange(min = 1, max = 120) int rate, @ForAll @LongRange(min = 0, max = 10_000_000) long frame) {
        Timeline timeline = new Timeline(new Rational(rate * 1000L, 1001), frame + 1);
        assertThat(timeline.frameAt(timeline.microsAt(frame))).isEqualTo(frame);
    }

    @Test
    void segmentsOfNtscFilmBeginAtTheFirstPictureAtOrAfterFourSeconds() {
        Timeline timeline = new Timeline(new Rational(30_000, 1001), 1000);
        assertThat(timeline.segmentStart(0)).isZero();
        assertThat(timeline.segmentStart(1)).isEqualTo(120);
        assertThat(timeline.segmentStart(2)).isEqualTo(240);
        assertThat(timeline.segmentStart(3)).isEqualTo(360);
        assertThat(timeline.segmentStart(5)).isEqualTo(600);
        assertThat(timeline.segmentOf(119)).isZero();
        assertThat(timeline.segmentOf(120)).isEqualTo(1);
        assertThat(timeline.startsSegment(120)).isTrue();
        assertThat(timeline.startsSegment(121)).isFalse();
        assertThat(timeline.startsSegment(119)).isFalse();
    }

    @Test
    void chunksAreFiveSegmentsAndTheLastEndsWithTheFilm() {
        Timeline timeline = new Timeline(new Rational(25, 1), 1100);
        assertThat(timeline.chunks()).isEqualTo(3);
        assertThat(timeline.chunkOf(499)).isZero();
        assertThat(timeline.chunkOf(500)).isEqualTo(1);
        assertThat(timeline.chunkStart(1)).isEqualTo(500);
        assertThat(timeline.chunkEnd(0)).isEqualTo(500);
        assertThat(timeline.chunkEnd(2)).isEqualTo(1100);
        assertThat(timeline.durationMicros()).isEqualTo(44_000_000);
        assertThat(new Timeline(new Rational(25, 1), 500).chunks()).isEqualTo(1);
        assertThat(new Timeline(new Rational(25, 1), 501).chunks()).isEqualTo(2);
    }

    @Test
    void aTimeBelongsToTheNearestPicture() {
        Timeline timeline = new Timeline(new Rational(25, 1), 100);
        assertThat(timeline.frameAt(0)).isZero();
        assertThat(timeline.frameAt(19_999)).isZero();
        assertThat(timeline.frameAt(20_000)).isEqualTo(1);
        assertThat(timeline.frameAt(-20_001)).isEqualTo(-1);
        assertThat(timeline.microsAt(3)).isEqualTo(120_000);
        assertThat(new Timeline(new Rational(30_000, 1001), 100).microsAt(1)).isEqualTo(33_366);
    }

    @Test
    void aPictureIsOnTheScreenUntilTheNextOneComes() {
        Timeline timeline = new Timeline(new Rational(25, 1), 100);
        assertThat(timeline.shownAt(0)).isZero();
        assertThat(timeline.shownAt(39_999))
                .as("nearer to the next, which has not come")
                .isZero();
        assertThat(timeline.shownAt(40_000)).isEqualTo(1);
        assertThat(timeline.shownAt(59_999)).isEqualTo(1);
        assertThat(timeline.shownAt(79_999)).isEqualTo(1);
    }

    @Test
    void beforeTheFirstAndAfterTheLastPictureThoseAreShown() {
        Timeline timeline = new Timeline(new Rational(25, 1), 100);
        assertThat(timeline.shownAt(-40_001)).isZero();
        assertThat(timeline.shownAt(3_960_000)).isEqualTo(99);
        assertThat(timeline.shownAt(9_000_000)).isEqualTo(99);
    }

    @Test
    void theLastSegmentMayBeShort() {
        assertThat(new Timeline(new Rational(25, 1), 1).segments()).isEqualTo(1);
        assertThat(new Timeline(new Rational(25, 1), 100).segments()).isEqualTo(1);
        assertThat(new Timeline(new Rational(25, 1), 101).segments()).isEqualTo(2);
        assertThat(new Timeline(new Rational(25, 1), 1100).segments()).isEqualTo(11);
    }

    @Test
    void aTimeLineNeedsARateAndAPicture() {
        assertThatThrownBy(() -> new Timeline(new Rational(25, 1), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Timeline(new Rational(1, 1), 1).chunks()).isEqualTo(1);
    }

    @Test
    void timesThatCannotBeReckonedWithAreNotWrappedAround() {
        Timeline timeline = new Timeline(new Rational(30_000, 1001), Long.MAX_VALUE / 2);
        assertThatThrownBy(() -> timeline.frameAt(Long.MAX_VALUE / 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(timeline::durationMicros).isInstanceOf(ArithmeticException.class);
    }
}
