package dev.slipway.media.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The paper's operators written out as matrices, against the code that multiplies nothing twice. */
class JndTest {
    private static final int[][] RING = {
        {1, 1, 1, 1, 1}, {1, 2, 2, 2, 1}, {1, 2, 0, 2, 1}, {1, 2, 2, 2, 1}, {1, 1, 1, 1, 1}
    };
    private static final int[][][] GRADIENTS = {
        {{0, 0, 0, 0, 0}, {1, 3, 8, 3, 1}, {0, 0, 0, 0, 0}, {-1, -3, -8, -3, -1}, {0, 0, 0, 0, 0}},
        {{0, 0, 1, 0, 0}, {0, 8, 3, 0, 0}, {1, 3, 0, -3, -1}, {0, 0, -3, -8, 0}, {0, 0, -1, 0, 0}},
        {{0, 0, 1, 0, 0}, {0, 0, 3, 8, 0}, {-1, -3, 0, 3, 1}, {0, -8, -3, 0, 0}, {0, 0, -1, 0, 0}},
        {{0, 1, 0, -1, 0}, {0, 3, 0, -3, 0}, {0, 8, 0, -8, 0}, {0, 3, 0, -3, 0}, {0, 1, 0, -1, 0}}
    };

    @Test
    void theOperatorsAreThePapers() {
        byte[] luma = new byte[25];
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            random.nextBytes(luma);
            int largest = 0;
            for (int[][] gradient : GRADIENTS) {
                largest = Math.max(largest, Math.abs(product(gradient, luma)));
            }
            assertThat(Neighbourhood.gradient(luma, 12, 5)).isEqualTo(largest);
            assertThat(Neighbourhood.background(luma, 12, 5)).isEqualTo(product(RING, luma));
        }
    }

    @Test
    void aBrightTextureHidesWhatTheFormulaSays() {
        int grey = 180;
        int slope = 60;
        int background = Math.round((16 + grey * 219 / 255f) * 32);
        int gradient = Math.round(slope * 219 / 255f * 16);
        double expected = slope * (grey * 0.0001 + 0.115) + 0.5 - grey * 0.01;

        assertThat(Jnd.of(background, gradient)).isCloseTo((float) (expected * 219 / 255), within(0.05f));
    }

    @Test
    void inFlatAndInBlackSurroundingsNextToNothingIsSpent() {
        float flat = Jnd.of(128 * 32, 0);

        assertThat(flat).isCloseTo(3.07f * 0.1f * 219 / 255, within(0.02f));
        assertThat(Jnd.of(16 * 32, 0)).isLessThan(0.4f);
        assertThat(Jnd.of(128 * 32, 40 * 16)).isGreaterThan(2 * flat);
    }

    @Test
    void theMedianOfNinePassesOverALoneEdge() {
        TextureMedian median = new TextureMedian(7, 5);
        for (int row = 0; row < 5; row++) {
            int[] values = median.row(row);
            for (int column = 0; column < 7; column++) {
                values[column] = column == 3 ? 500 : row + column;
            }
        }
        assertThat(median.median(2)).isEqualTo(new int[] {2, 3, 4, 6, 7, 7, 8});
    }

    private static int product(int[][] weights, byte[] luma) {
        int sum = 0;
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                sum += weights[y][x] * (luma[y * 5 + x] & 0xff);
            }
        }
        return sum;
    }
}
