package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.FoundQuality.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualitySearchTest {
    private static final long FLOOR = 100_000;
    private static final long CEILING = 12_800_000;

    private final List<Long> tried = new ArrayList<>();

    @Property
    void theRateFoundIsTheLowestThatReachesTheWish(@ForAll @DoubleRange(min = 34, max = 50) double wanted) {
        QualitySearch.Found found = new QualitySearch(FLOOR, CEILING, (bitrate, share) -> film(bitrate)).find(wanted);

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
    void beforeEveryTrialItIsToldHowManyAreExpectedAfterIt() {
        List<Integer> ahead = new ArrayList<>();
        new QualitySearch(FLOOR, CEILING, new QualitySearch.Judge() {
                    @Override
                    public QualitySearch.Tried judge(long bitrate, double share) {
                        return counted(bitrate, share);
                    }

                    @Override
                    public void ahead(int trials) {
                        ahead.add(trials);
                    }
                })
                .find(41);

        assertThat(ahead).hasSameSizeAs(tried).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ahead.getFirst()).isEqualTo(QualitySearch.tries(FLOOR, CEILING) - 1);
        assertThat(ahead.getLast()).isZero();
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

    /** A wished quality at a --bitrate of about the lowest there is: a sample at least is what the search takes. */
    @ParameterizedTest
    @ValueSource(longs = {20_000, 20_001, 20_500, 20_999, 21_000, 21_001, 22_000})
    void aNarrowRangeIsTriedOnceAtLeastAsWasTold(long ceiling) {
        new QualitySearch(20_000, ceiling, this::counted).find(60);

        int told = QualitySearch.tries(20_000, ceiling);
        assertThat(told).isPositive();
        assertThat(tried).hasSizeBetween(told, told + 1);
    }

    @Test
    void samplesThatSpendMoreThanTheFilmMayHoweverLittleIsAskedProveNothing() {
        long honestFrom = 1_000_000;
        QualitySearch.Found found = new QualitySearch(
                        FLOOR,
                        CEILING,
                        (bitrate, share) -> new QualitySearch.Tried(
                                bitrate, film(bitrate).decibels(), bitrate < honestFrom ? bitrate * 5 / 4 : bitrate))
                .find(34);

        assertThat(found.outcome()).as("the encoder spends no less").isEqualTo(Outcome.FLOOR);
        assertThat(found.tried().bitrate()).isBetween(honestFrom, honestFrom * 11 / 10);
    }

    /** As SVT-AV1 on busy pictures, which takes a rate for another that is a quarter higher. */
    @Test
    void samplesThatOverspendAreMadeAgainWithLessAndJudgedThen() {
        QualitySearch.Found found = new QualitySearch(FLOOR, CEILING, QualitySearchTest::lavish).find(40);

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(found.tried().decibels()).isGreaterThanOrEqualTo(40);
        assertThat(found.tried().filmBitrate())
                .isLessThanOrEqualTo(found.tried().bitrate() * 105 / 100);
        assertThat(spent(found.tried().bitrate() * 93 / 100).decibels())
                .as("what a lower rate is worth when it is kept")
                .isLessThan(40);
    }

    @Test
    void aWishThatIsReachedAtTheCeilingIsReached() {
        QualitySearch.Found found = new QualitySearch(800_000, 1_000_000, QualitySearchTest::lavish)
                .find(spent(960_000).decibels());

        assertThat(found.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(found.tried().bitrate()).isEqualTo(1_000_000);
    }

    /** What would not be good enough with more is not with less. */
    @Test
    void samplesThatOverspendAndMissTheWishAreNotMadeAgain() {
        new QualitySearch(FLOOR, CEILING, (bitrate, share) -> {
                    tried.add(bitrate);
                    return lavish(bitrate, share);
                })
                .find(60);

        assertThat(tried).doesNotHaveDuplicates();
    }

    @Test
    void whatIsReachedOnlyByMoreThanTheCeilingIsToldSo() {
        assertThat(new FoundQuality(34, 300_000, 34.1, Outcome.CEILING, 420_000, 60, 1).inWords())
                .endsWith("reach 34.1 dB on 1 × 60 sample pictures, but cannot be had for so little: the film will get"
                        + " less, and no higher rate is tried");
    }

    @Test
    void whatTheEncoderSpendsAnywayIsToldAsTheLeast() {
        assertThat(new FoundQuality(28, 96_000, 31.6, Outcome.FLOOR, 100_000, 720, 3).inWords())
                .contains("at most 96 kbit/s, about 96 on average")
                .endsWith(", and no lower rate is to be had");
    }

    @Test
    void whatTheFilmDidNotGetIsMissedUnlessItWasToldBefore() {
        assertThat(report(33.4, Outcome.REACHED).isMissed()).isTrue();
        assertThat(report(33.6, Outcome.REACHED).isMissed()).isFalse();
        assertThat(report(30, Outcome.CEILING).isMissed()).isFalse();
    }

    @Test
    void aRateThatIsLeftOverIsNotBlamed() {
        assertThat(report(30, Outcome.CEILING).found().inWords()).contains("however much is allowed");
    }

    private static QualityReport report(double finished, Outcome outcome) {
        return QualityReport.of(new FoundQuality(34, 300_000, 34.1, outcome, 93_000, 60, 1), finished, 60, false);
    }

    private QualitySearch search() {
        return new QualitySearch(FLOOR, CEILING, this::counted);
    }

    private QualitySearch.Tried counted(long bitrate, double share) {
        tried.add(bitrate);
        return film(bitrate);
    }

    private static QualitySearch.Tried lavish(long bitrate, double share) {
        QualitySearch.Tried film = spent(Math.round(bitrate * share * 1.25));
        return new QualitySearch.Tried(bitrate, film.decibels(), film.filmBitrate());
    }

    /** Where all that is allowed is spent. */
    private static QualitySearch.Tried spent(long bitrate) {
        return new QualitySearch.Tried(bitrate, film(bitrate).decibels(), bitrate);
    }

    /** Three decibels a doubling, as real films have at rates that are watched. */
    private static QualitySearch.Tried film(long bitrate) {
        return new QualitySearch.Tried(bitrate, 33 + 3 * Math.log((double) bitrate / FLOOR) / Math.log(2), bitrate / 2);
    }
}
