package dev.slipway.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.media.Rational;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

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
}
