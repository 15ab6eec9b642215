package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchProgressTest {
    private static final double SHARE = 0.4;
    private static final int PICTURES = 50;

    private final List<Progress> told = new ArrayList<>();

    /** Some are made again, three times each, which nobody knows beforehand. */
    @Test
    void theFractionGoesOnInEveryTrialHoweverManyThereAre() {
        SearchProgress progress = searching(6);
        progress.beginReading();
        work(progress, PICTURES);
        for (int expected = 5; expected >= 0; expected--) {
            for (int again = 0; again < 4; again++) {
                progress.beginTrial(1, expected);
                work(progress, PICTURES);
            }
        }
        assertThat(told).extracting(Progress::fraction).isSorted().doesNotHaveDuplicates();
        assertThat(told.getLast().fraction()).isLessThan(SHARE);
        assertThat(progress.atTheEnd().fraction()).isEqualTo(SHARE);
    }

    @Test
    void withoutSurprisesTrialsTakeEqualShares() {
        SearchProgress progress = searching(3);
        progress.beginReading();
        for (int expected = 2; expected >= 0; expected--) {
            progress.beginTrial(1, expected);
            told.add(progress.now());
        }
        assertThat(told)
                .extracting(step -> Math.round(100 * step.fraction()))
                .as("of the reading, three trials and one to spare")
                .containsExactly(8L, 16L, 24L);
    }

    @Test
    void theTimeLeftIsOfTheTrialsThatAreLeftAndOfTheJob() {
        SearchProgress progress = searching(3);
        progress.beginReading();
        work(progress, PICTURES);
        assertThat(progress.now().secondsLeft()).as("nothing to judge by").isZero();
        progress.beginTrial(1, 2);
        work(progress, PICTURES);
        Progress first = progress.now();
        assertThat(first.secondsLeft() * first.fps())
                .as("two trials, and a job half as large again as three")
                .isBetween(2 * PICTURES + 1.5 * 3 * PICTURES - 1, 2 * PICTURES + 1.5 * 3 * PICTURES + 1);
    }

    private static SearchProgress searching(int tries) {
        return new SearchProgress(
                new SearchProgress.Work(SHARE, PICTURES, tries), ProgressListener.silent(), new Cancellation());
    }

    private void work(SearchProgress progress, int pictures) {
        for (int picture = 0; picture < pictures; picture++) {
            progress.picture();
            told.add(progress.now());
        }
    }
}
