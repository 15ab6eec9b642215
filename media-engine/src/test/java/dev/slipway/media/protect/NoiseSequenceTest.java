package dev.slipway.media.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseSequenceTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int EVERY = 10;
    private static final byte[] KEY = ProtectionSeed.random(new Random(4)).key("picture");

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 30})
    void noPictureChangesMoreThanAnotherWhenTheFieldIsRenewed(int everyNFrames) {
        NoiseSequence noise = new NoiseSequence(KEY, everyNFrames, WIDTH, HEIGHT);
        int pictures = 3 * everyNFrames + 8;
        double[] change = new double[pictures - 1];
        int[][] before = picture(noise, 0);
        for (int k = 1; k < pictures; k++) {
            int[][] now = picture(noise, k);
            change[k - 1] = meanSquare(before, now);
            before = now;
        }
        double mean = IntStream.range(0, change.length)
                .mapToDouble(k -> change[k])
                .average()
                .orElseThrow();
        double withoutLimit = Math.pow(2 * Math.sin(Math.PI / 4 / everyNFrames), 2);

        assertThat(mean).isBetween(0.5 * withoutLimit, 0.85 * withoutLimit);
        for (double one : change) {
            assertThat(one).isBetween(0.85 * mean, 1.15 * mean);
        }
    }

    @Test
    void theVarianceStaysTheSameThroughACrossFade() {
        NoiseSequence noise = new NoiseSequence(KEY, EVERY, WIDTH, HEIGHT);

        for (int k = 0; k <= 10 * EVERY; k++) {
            assertThat(variance(noise, k)).as("picture " + k).isBetween(0.53, 0.60);
        }
    }

    /**
     * Where two fields happen to be alike upside down, their fade is weaker: by 0.043 at most in 1,200 of them, 10,800
     * pictures. A fade whose weights add up to one would lose 0.28 in every one.
     */
    @Property(tries = 30)
    void noFadeLosesMuchOfWhatItsFieldsHave(@ForAll @IntRange(max = 10_000) int fade) {
        NoiseSequence noise = new NoiseSequence(KEY, EVERY, WIDTH, HEIGHT);
        double first = variance(noise, fade * EVERY);
        double middle = variance(noise, fade * EVERY + EVERY / 2);
        double second = variance(noise, (fade + 1) * EVERY);

        assertThat(first).isBetween(0.55, 0.585);
        assertThat(middle - (first + second) / 2).isBetween(-0.08, 0.02);
    }

    private static double variance(NoiseSequence noise, int picture) {
        return meanSquare(picture(noise, picture), new int[HEIGHT][WIDTH]);
    }

    @Test
    void aPictureFoundBySeekingIsTheOneReachedStepByStep() {
        NoiseSequence steps = new NoiseSequence(KEY, 10, WIDTH, HEIGHT);
        int[][] reached = {};
        for (int k = 0; k <= 47; k++) {
            reached = picture(steps, k);
        }
        NoiseSequence seeking = new NoiseSequence(KEY, 10, WIDTH, HEIGHT);
        picture(seeking, 500);

        assertThat(picture(seeking, 47)).isDeepEqualTo(reached);
    }

    private static int[][] picture(NoiseSequence noise, long number) {
        int[][] rows = new int[HEIGHT][WIDTH];
        noise.seek(number);
        for (int y = 0; y < HEIGHT; y++) {
            noise.row(y, rows[y], 0, rows[y].length);
        }
        return rows;
    }

    private static double meanSquare(int[][] first, int[][] second) {
        double sum = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double difference = (double) (first[y][x] - second[y][x]) / NoiseField.UNIT;
                sum += difference * difference;
            }
        }
        return sum / (WIDTH * HEIGHT);
    }
}
