package dev.slipway.media.protect.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.Timeline;
import dev.slipway.model.media.Rational;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
    private static final byte[] ORIGINAL = {100, 100, 100, 100, 100};
    private static final byte[] TREATED = {100, 103, 98, 100, 104};

    @Test
    void survivalIsTheShareOfTheNoiseThatIsStillThere() {
        assertThat(survival(TREATED)).isEqualTo(1);
        assertThat(survival(ORIGINAL)).isEqualTo(0);
        assertThat(survival(new byte[] {100, 100, 100, 100, 104})).isCloseTo(16.0 / 29, within(1e-9));
    }

    @Test
    void whatACodecAddsByItselfDoesNotCountAsSurvival() {
        Random random = new Random(1);
        Correlation correlation = new Correlation();
        for (int picture = 0; picture < 50; picture++) {
            byte[] original = new byte[1000];
            byte[] treated = new byte[1000];
            byte[] decoded = new byte[1000];
            for (int i = 0; i < original.length; i++) {
                original[i] = (byte) 120;
                treated[i] = (byte) (120 + random.nextInt(-4, 5));
                decoded[i] = (byte) (120 + random.nextInt(-9, 10));
            }
            correlation.add(original, treated, decoded);
        }
        assertThat(correlation.share()).isCloseTo(0, within(0.05));
    }

    @Test
    void changesAreCountedWhicheverWayTheyGo() {
        ChangeTally tally = new ChangeTally();
        tally.add(ORIGINAL, TREATED);

        assertThat(tally.largest()).isEqualTo(4);
        assertThat(tally.median()).isEqualTo(2);
        assertThat(tally.mean()).isEqualTo(9.0 / 5);
        assertThat(tally.touched()).isEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 600, 9_000, 200_000})
    void samplesBeginAtChunksLieWithinThemAndLastAFewSecondsAtMost(long frames) {
        Timeline timeline = new Timeline(new Rational(25, 1), frames);

        var samples = FilmSample.spreadOver(timeline);

        assertThat(samples).hasSizeBetween(1, 4).doesNotHaveDuplicates();
        assertThat(samples).allSatisfy(sample -> {
            int chunk = timeline.chunkOf(sample.first());
            assertThat(sample.first()).isEqualTo(timeline.chunkStart(chunk));
            assertThat(sample.end()).isGreaterThan(sample.first()).isLessThanOrEqualTo(timeline.chunkEnd(chunk));
        });
        assertThat(samples.stream().mapToLong(FilmSample::pictures).sum()).isLessThanOrEqualTo(8 * 25);
    }

    private static double survival(byte[] decoded) {
        Correlation correlation = new Correlation();
        correlation.add(ORIGINAL, TREATED, decoded);
        return correlation.share();
    }
}
