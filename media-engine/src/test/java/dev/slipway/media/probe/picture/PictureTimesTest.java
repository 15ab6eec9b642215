package dev.slipway.media.probe.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.model.media.Rational;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTimesTest {
    private static final Timebase MILLIS = new Timebase(1, 1000);
    private static final Timebase FINE = new Timebase(1, 90_000);

    @Test
    void aSteadyFilmLastsFromItsFirstPictureToTheEndOfItsLast() {
        PictureTimes times = of(FINE, 100, 3600, 9000);
        assertThat(times.count()).isEqualTo(100);
        assertThat(times.first()).isEqualTo(9000);
        assertThat(times.durationMicros()).isEqualTo(4_000_000);
        assertThat(times.isVariable()).isFalse();
    }

    @Test
    void picturesMayComeInTheOrderOfDecoding() {
        PictureTimes times = new PictureTimes(MILLIS);
        for (long time : new long[] {1000, 1120, 1040, 1080, 1240, 1160, 1200}) {
            assertThat(times.add(time, 0)).isTrue();
        }
        assertThat(times.first()).isEqualTo(1000);
        assertThat(times.durationMicros()).isEqualTo(280_000);
        assertThat(times.isVariable()).isFalse();
        assertThat(times.averageRate(Optional.empty())).isEqualTo(new Rational(25, 1));
    }

    @Test
    void aLastPictureThatSaysHowLongItStaysIsBelieved() {
        PictureTimes times = of(MILLIS, 10, 40, 0);
        times.add(400, 1000);
        assertThat(times.durationMicros()).isEqualTo(1_400_000);
    }

    /** Decode times rest where the picture two places on does: the one at 2 s is said to last eight. */
    @Test
    void whatAReorderedPictureIsSaidToLastCountsOnlyAtTheVeryEnd() {
        PictureTimes times = new PictureTimes(MILLIS);
        times.add(0, 1000);
        times.add(2000, 8000);
        times.add(1000, 1000);
        times.add(4000, 8000);
        times.add(3000, 1000);
        assertThat(times.durationMicros()).isEqualTo(5_000_000);
        assertThat(times.lastMicros()).isEqualTo(4_000_000);
    }

    @Test
    void aReorderedFilmThatEndsWithItsLastPictureBelievesWhatThatOneSays() {
        PictureTimes times = new PictureTimes(MILLIS);
        for (long time : new long[] {0, 2000, 1000, 3000}) {
            times.add(time, time == 3000 ? 5000 : 1000);
        }
        assertThat(times.durationMicros()).isEqualTo(8_000_000);
    }

    @Test
    void ofTwoPicturesAtTheLastMomentTheOneThatCameLaterSaysHowLongItStays() {
        PictureTimes times = of(MILLIS, 10, 40, 0);
        times.add(400, 1000);
        times.add(400, 2000);
        assertThat(times.durationMicros()).isEqualTo(2_400_000);
    }

    @Test
    void aPictureIsShownAtARateThatHasAPlaceForItAlone() {
        PictureTimes steady = of(FINE, 100, 3600, 9000);
        assertThat(steady.shareShownAt(new Rational(25, 1))).isEqualTo(1);
        assertThat(steady.shareShownAt(new Rational(50, 1))).isEqualTo(1);
        assertThat(steady.shareShownAt(new Rational(10, 1)))
                .as("from 0 s to 3.96 s there are the places 0 to 40")
                .isEqualTo(41 / 100.0);
        PictureTimes ntsc = of(new Timebase(1001, 30_000), 60, 1, 0);
        assertThat(ntsc.shareShownAt(new Rational(30_000, 1001))).isEqualTo(1);
        assertThat(ntsc.shareShownAt(new Rational(15_000, 1001))).isEqualTo(31 / 60.0);
    }

    @Test
    void placesAreCountedFromTheFirstPictureOn() {
        PictureTimes times = new PictureTimes(MILLIS);
        for (long time : new long[] {1010, 1040, 1080}) {
            times.add(time, 0);
        }
        assertThat(times.shareShownAt(new Rational(25, 1))).isEqualTo(1);
    }

    @Test
    void picturesOfOneMomentNeedOnePlace() {
        PictureTimes times = new PictureTimes(MILLIS);
        for (long time : new long[] {1080, 1000, 1040, 1040}) {
            times.add(time, 0);
        }
        assertThat(times.shareShownAt(new Rational(25, 1))).isEqualTo(1);
        assertThat(times.shareShownAt(new Rational(1, 1))).isEqualTo(1 / 3.0);
        assertThat(new PictureTimes(MILLIS).shareShownAt(new Rational(25, 1)))
                .as("none is missing of none")
                .isEqualTo(1);
    }

    @Test
    void theMostUsualStepSaysTheMedianRate() {
        PictureTimes resting = new PictureTimes(new Timebase(1001, 60_000));
        for (long time : new long[] {0, 1, 2, 3, 600, 601}) {
            resting.add(time, 0);
        }
        assertThat(resting.medianRate()).isEqualTo(60_000 / 1001.0);
        assertThat(of(MILLIS, 10, 40, 0).medianRate()).isEqualTo(25);
        assertThat(of(MILLIS, 1, 40, 0).medianRate()).as("no step is one tick").isEqualTo(1000);
    }

    @Test
    void aNegativeDurationIsNone() {
        PictureTimes times = of(MILLIS, 10, 40, 0);
        times.add(400, -5000);
        assertThat(times.durationMicros()).isEqualTo(440_000);
    }

    @Test
    void oneOddStepInAFilmIsNoVariableRateButMoreThanAFiftiethAre() {
        assertThat(withLongSteps(200, 1).isVariable()).isFalse();
        assertThat(withLongSteps(200, 4).isVariable()).isFalse();
        assertThat(withLongSteps(200, 5).isVariable()).isTrue();
        assertThat(withLongSteps(10, 1).isVariable()).isFalse();
        assertThat(withLongSteps(10, 2).isVariable()).isTrue();
    }

    @Test
    void timesThatWereRoundedToMillisecondsAreSteady() {
        PictureTimes times = new PictureTimes(MILLIS);
        for (int picture = 0; picture < 600; picture++) {
            times.add(Math.round(picture * 1001.0 / 60), 0);
        }
        assertThat(times.isVariable()).isFalse();
        assertThat(times.averageRate(Optional.empty())).isEqualTo(new Rational(60000, 1001));
    }

    @ParameterizedTest
    @CsvSource({
        "30000,1001",
        "24000,1001",
        "60000,1001",
        "25,1",
        "24,1",
        "30,1",
        "50,1",
        "60,1",
        "12,1",
        "25,2",
        "120,1",
        "12000,1001",
        "15000,1001",
        "15,1",
        "48,1",
        "100,1",
        "120000,1001",
        "240,1"
    })
    void theRatePeopleMeanIsFoundExactly(long numerator, long denominator) {
        PictureTimes times = new PictureTimes(FINE);
        for (int picture = 0; picture < 500; picture++) {
            times.add(Math.round(picture * 90_000.0 * denominator / numerator), 0);
        }
        assertThat(times.averageRate(Optional.empty())).isEqualTo(new Rational(numerator, denominator));
    }

    @Test
    void aDeclaredRateCountsOnlyWhereThePicturesBearItOut() {
        PictureTimes steady = of(FINE, 100, 3600, 0);
        assertThat(steady.averageRate(Optional.of(new Rational(50, 1)))).isEqualTo(new Rational(25, 1));
        assertThat(steady.averageRate(Optional.of(new Rational(25, 1)))).isEqualTo(new Rational(25, 1));
        PictureTimes odd = of(FINE, 100, 5000, 0);
        assertThat(odd.averageRate(Optional.of(new Rational(18, 1)))).isEqualTo(new Rational(18, 1));
        assertThat(odd.averageRate(Optional.of(new Rational(17, 1)))).isEqualTo(new Rational(18_000, 1000));
        assertThat(odd.averageRate(Optional.empty())).isEqualTo(new Rational(18_000, 1000));
    }

    @Test
    void aDeclaredRateThatIsNoCommonOneIsTakenToItsLastDigit() {
        PictureTimes odd = of(FINE, 100, 5000, 0);
        assertThat(odd.averageRate(Optional.of(new Rational(361, 20)))).isEqualTo(new Rational(361, 20));
        assertThat(odd.averageRate(Optional.of(new Rational(363, 20)))).isEqualTo(new Rational(18, 1));
    }

    @Test
    void unitsOfMoreThanOneTickAreReckonedIn() {
        assertThat(of(new Timebase(1001, 30_000), 100, 1, 0).averageRate(Optional.empty()))
                .isEqualTo(new Rational(30_000, 1001));
    }

    @Test
    void stepsWithinAFifthOfTheMiddleOneAreJitterAndCount() {
        PictureTimes times = new PictureTimes(MILLIS);
        long time = 0;
        for (int picture = 0; picture < 100; picture++) {
            times.add(time, 0);
            time += picture % 3 == 2 ? 48 : 40;
        }
        assertThat(times.isVariable()).isFalse();
        assertThat(times.averageRate(Optional.empty())).isEqualTo(new Rational(23_438, 1000));
    }

    @Test
    void anOddStepInTheMiddleOfASteadyFilmChangesNeitherItsRateNorItsLastPicture() {
        PictureTimes times = new PictureTimes(MILLIS);
        long time = 0;
        for (int picture = 0; picture < 101; picture++) {
            times.add(time, 0);
            time += picture == 50 ? 140 : 40;
        }
        assertThat(times.isVariable()).isFalse();
        assertThat(times.averageRate(Optional.empty())).isEqualTo(new Rational(25, 1));
        assertThat(times.durationMicros()).isEqualTo(4_140_000);
    }

    @Test
    void betweenTwoCommonRatesTheDeclaredOneDecides() {
        PictureTimes steady = of(new Timebase(1, 1_000_000), 100, 33_350, 0);
        assertThat(steady.averageRate(Optional.of(new Rational(30000, 1001)))).isEqualTo(new Rational(30000, 1001));
        assertThat(steady.averageRate(Optional.of(new Rational(30, 1)))).isEqualTo(new Rational(30, 1));
        assertThat(steady.averageRate(Optional.empty())).as("the nearest").isEqualTo(new Rational(30000, 1001));
    }

    @Test
    void aVariableRateIsPicturesByTime() {
        PictureTimes times = new PictureTimes(MILLIS);
        long time = 0;
        for (int picture = 0; picture < 100; picture++) {
            times.add(time, 0);
            time += picture % 2 == 0 ? 20 : 180;
        }
        assertThat(times.isVariable()).isTrue();
        assertThat(times.averageRate(Optional.of(new Rational(25, 1))).toDouble())
                .isBetween(9.8, 10.2);
    }

    @Test
    void withoutAnyStepThereIsStillARate() {
        PictureTimes one = new PictureTimes(MILLIS);
        one.add(500, 0);
        assertThat(one.durationMicros()).isZero();
        assertThat(one.averageRate(Optional.empty())).isEqualTo(new Rational(1000, 1000));
        PictureTimes lasting = new PictureTimes(MILLIS);
        lasting.add(500, 100);
        assertThat(lasting.averageRate(Optional.empty())).isEqualTo(new Rational(10, 1));
    }

    @Test
    void manyPicturesAreAllCounted() {
        PictureTimes times = of(MILLIS, 5000, 10, 0);
        assertThat(times.count()).isEqualTo(5000);
        assertThat(times.durationMicros()).isEqualTo(50_000_000);
    }

    @Test
    void morePicturesThanAnybodyFilmsAreNotTaken() {
        PictureTimes times = of(MILLIS, 10_000_000, 1, 0);
        assertThat(times.add(10_000_000, 1)).isFalse();
        assertThat(times.count()).isEqualTo(10_000_000);
    }

    @Test
    void timesThatCannotBeReckonedWithAreNotWrappedAround() {
        PictureTimes times = new PictureTimes(MILLIS);
        assertThatThrownBy(() -> times.add(Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
        PictureTimes far = new PictureTimes(MILLIS);
        far.add(Long.MIN_VALUE / 2 - 1000, 0);
        far.add(Long.MAX_VALUE / 2 + 1000, 0);
        assertThatThrownBy(far::durationMicros).isInstanceOf(ArithmeticException.class);
    }

    private static PictureTimes of(Timebase timebase, int count, long step, long start) {
        PictureTimes times = new PictureTimes(timebase);
        for (int picture = 0; picture < count; picture++) {
            times.add(start + picture * step, 0);
        }
        return times;
    }

    private static PictureTimes withLongSteps(int count, int longSteps) {
        PictureTimes times = new PictureTimes(MILLIS);
        long time = 0;
        for (int picture = 0; picture < count; picture++) {
            times.add(time, 0);
            time += picture < longSteps ? 70 : 40;
        }
        return times;
    }
}
