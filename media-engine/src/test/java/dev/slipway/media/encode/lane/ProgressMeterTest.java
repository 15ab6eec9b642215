package dev.slipway.media.encode.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.run.Progress;
import dev.slipway.model.media.Rational;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProgressMeterTest {
    private static final double ENCODED = 0.97;
    private static final Timeline TIMELINE = new Timeline(new Rational(25, 1), 2500);
    private static final Lane LARGE = lane("large.mp4", new Size(640, 360));
    private static final Lane SMALL = lane("small.mp4", new Size(320, 180));

    /** Lanes work in any order and may do more than was expected of them; people see a bar that only fills. */
    @Property(tries = 200)
    void theFractionBeginsAtWhatWasKeptNeverFallsAndNeverPassesTheEnd(
            @ForAll @IntRange(max = 50) int kept,
            @ForAll @IntRange(min = 1, max = 50) int ahead,
            @ForAll List<Boolean> order) {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(LARGE, kept, 1000);
        meter.expect(LARGE, ahead);
        meter.expect(SMALL, ahead);
        Progress last = meter.now();
        assertThat(last.fraction()).isCloseTo(ENCODED * kept / (kept + ahead + ahead / 4.0), within(1e-9));
        for (boolean large : order) {
            meter.done(large ? LARGE : SMALL);
            Progress next = meter.now();
            assertThat(next.fraction()).isBetween(last.fraction(), ENCODED);
            assertThat(next.secondsLeft()).isFinite().isNotNegative();
            last = next;
        }
    }

    @Example
    void bytesOfEveryOutputCountWhatWasKept() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(LARGE, 10, 1000);
        meter.wrote(LARGE, 234);
        meter.wrote(SMALL, 5);
        assertThat(meter.now().outputBytes()).containsEntry("large.mp4", 1234L).containsEntry("small.mp4", 5L);
    }

    /** Small pictures lie in chunks as they are, and are packed into their sheet at the end. */
    @Example
    void whatIsYetToBePackedSaysNothingOfItsOutput() {
        Lane stills = lane("thumbnails.webp", new Size(160, 90), Lane.Bytes.OF_OTHER_WORK);
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(stills, 10, 216_000);
        meter.wrote(stills, 21_600);
        assertThat(meter.now().outputBytes()).isEmpty();
    }

    @Example
    void theTimeLeftOfAResumedRunComesFromItsOwnSpeed() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(LARGE, 900, 0);
        meter.expect(LARGE, 100);
        assertThat(meter.now().secondsLeft())
                .as("before anything is known: as long as the rest of the film lasts")
                .isCloseTo(100 * (1 - ENCODED * 0.9), within(1e-6));
        long began = System.nanoTime();
        meter.done(LARGE);
        Progress progress = meter.now();
        double elapsed = (System.nanoTime() - began) / 1e9;
        assertThat(progress.secondsLeft())
                .as("one of a hundred pictures took this long, so the rest takes about 129 times as long")
                .isGreaterThan(100 * 1e-3)
                .isGreaterThan(elapsed);
    }

    /** All pictures of such a film are given out at its very end, when the second one comes. */
    @Example
    void theSpeedOfAFilmOfTwoPicturesIsThatOfItsSound() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.expectSound(4_800_000);
        long began = System.nanoTime();
        meter.soundDone(2_400_000);
        Progress progress = meter.now();
        double elapsed = (System.nanoTime() - began) / 1e9;
        assertThat(progress.speed())
                .as("half of 100 s in a thousandth of a second at least")
                .isPositive()
                .isLessThanOrEqualTo(50 / Math.max(elapsed / 1000, 1e-3));
        assertThat(progress.fps()).isCloseTo(progress.speed() * 25, within(1e-9));
    }

    @Example
    void whatAnEarlierRunFinishedIsNoSpeedOfThisOne() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(LARGE, 900, 0);
        meter.expect(LARGE, 100);
        assertThat(meter.now().speed()).isZero();
        meter.done(LARGE);
        assertThat(meter.now().speed())
                .as("a thousandth of 100 s in a thousandth of a second at least")
                .isPositive()
                .isLessThan(101);
    }

    /** A pass begins with what it told before it knew of its sound. */
    @Example
    void moreWorkThanWasThoughtIsNoWorkThatWasDone() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.kept(LARGE, 900, 0);
        meter.expect(LARGE, 100);
        double told = meter.now().fraction();
        meter.expectSound(4_800_000);
        assertThat(meter.now().fraction()).isEqualTo(told);
        assertThat(meter.now().speed()).isZero();
        assertThat(meter.now().fps()).isZero();
    }

    /** A run that goes on reads the sound, from its beginning, before the pictures that are missing. */
    @Example
    void soundThatIsMadeFirstSaysNothingOfTheSpeedOfPictures() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.expectSound(4_800_000);
        meter.kept(LARGE, 900, 0);
        meter.expect(LARGE, 100);
        double before = meter.now().fraction();
        meter.soundComesFirst();
        meter.soundDone(4_000_000);
        assertThat(meter.now().fraction()).as("it is done all the same").isGreaterThan(before + 0.1);
        assertThat(meter.now().speed()).isZero();
        meter.picturesBegin();
        meter.soundDone(800_000);
        assertThat(meter.now().speed()).as("what its thread has left over").isZero();
        meter.done(LARGE);
        assertThat(meter.now().speed())
                .as("less than a thousandth of 100 s in a thousandth of a second at least")
                .isPositive()
                .isLessThan(100);
    }

    @Example
    void whereNothingIsLeftToDoAllIsDone() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        assertThat(meter.now().fraction()).isEqualTo(ENCODED);
    }

    @Example
    void soundMovesTheFractionWherePicturesAreFew() {
        ProgressMeter meter = new ProgressMeter(TIMELINE);
        meter.expect(SMALL, 2);
        meter.expectSound(480_000);
        meter.soundDone(240_000);
        assertThat(meter.now().fraction()).isBetween(0.4, 0.5);
        meter.soundDone(240_000);
        meter.done(SMALL);
        meter.done(SMALL);
        assertThat(meter.now().fraction()).isCloseTo(ENCODED, within(1e-9));
    }

    private static Lane lane(String path, Size size) {
        return lane(path, size, Lane.Bytes.OF_THE_OUTPUT);
    }

    private static Lane lane(String path, Size size, Lane.Bytes bytes) {
        return new Lane(
                path,
                size,
                frame -> true,
                () -> {
                    throw new AssertionError("no chunk is begun here");
                },
                bytes);
    }
}
