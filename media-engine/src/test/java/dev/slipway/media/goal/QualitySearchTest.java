package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.FoundQuality.Outcome;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class QualitySearchTest {
    private static final long FLOOR = 100_000;
    private static final long CEILING = 12_800_000;

    private final List<Long> tried = new ArrayList<>();

    @Property
    void theRateFoundIsTheLowestThatReachesTheWish(@ForAll @DoubleRange(min = 34, max = 50) double wanted) {
        QualitySearch.Found found = new QualitySearch(FLOOR, CEILING, QualitySearchTest::film).find(wanted);

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(found.tried().decibels()).isGreaterThanOrEqualTo(wanted);
        assertThat(film(Math.round(found.tried().bitrate() / 1.06)).decibels()).isLessThan(wanted);
    }

    @Test
    void aWishThatNoRateReachesEndsAtTheCeiling() {
        QualitySearch.Found found = search().find(60);

        assertThat(found.outcome()).isEqualTo(Outcome.CEILING);
        assertThat(found.tried()).isEqualTo(film(CEILING));
    }

    @Test
    void aWishThatEveryRateReachesEndsAtTheFloor() {
        QualitySearch.Found found = search().find(20);

        assertThat(found.outcome()).isEqualTo(Outcome.FLOOR);
        assertThat(found.tried()).isEqualTo(film(FLOOR));
    }

    @Test
    void aRangeOfOneRateIsTriedOnce() {
        QualitySearch.Found found = new QualitySearch(FLOOR, FLOOR, this::counted).find(40);

        assertThat(found.tried()).isEqualTo(film(FLOOR));
        assertThat(tried).hasSize(1);
    }

    @Test
    void noRateIsTriedTwiceAndNoMoreThanWasTold() {
        search().find(41);

        assertThat(tried).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(QualitySearch.tries(FLOOR, CEILING) + 1);
    }

    private QualitySearch search() {
        return new QualitySearch(FLOOR, CEILING, this::counted);
    }

    private QualitySearch.Tried counted(long bitrate) {
        tried.add(bitrate);
        return film(bitrate);
    }

    /** Three decibels a doubling, as real films have at rates that are watched. */
    private static QualitySearch.Tried film(long bitrate) {
        return new QualitySearch.Tried(bitrate, 33 + 3 * Math.log((double) bitrate / FLOOR) / Math.log(2), bitrate / 2);
    }
}
