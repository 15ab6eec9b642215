package dev.slipway.media.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.Timeline;
import dev.slipway.model.media.Rational;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** At ten pictures a second under a cap of 8 kbit/s, which is 100 bytes a picture. */
class SpendingTest {
    private static final Rational RATE = new Rational(10, 1);
    private static final long CAP = 8000;

    @Test
    void tenSecondsThatBeginAnywhereAreHeldToTheCap() {
        int[] sizes = even(300, 100);
        sizes[95] = 300;

        Spending spending = of(0, sizes);

        assertThat(spending.worst()).isCloseTo(1.02, within(1e-9));
        // Pictures 0 to 194 lie within 10 s of the dear one.
        assertThat(spending.excess()).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void whatIsSavedElsewhereDoesNotCount() {
        int[] sizes = even(300, 10);
        Arrays.fill(sizes, 180, 280, 103);

        Spending spending = of(0, sizes);

        assertThat(spending.worst()).isCloseTo(1.03, within(1e-9));
        assertThat(spending.excess().get(4L)).isCloseTo(1.03, within(1e-9));
        assertThat(spending.excess()).doesNotContainKeys(0L, 1L, 2L, 3L);
    }

    @Test
    void aFilmWithinItsCapHasNoExcess() {
        assertThat(of(0, even(300, 100)).excess()).isEmpty();
    }

    /** 9.95 pictures a second: ten seconds may show a hundred of them. */
    @Test
    void aWindowHoldsAllPicturesThatBeginInIt() {
        Spending spending = new Spending(new Timeline(new Rational(199, 20), 300), CAP, 0, even(300, 100));

        assertThat(spending.worst()).isEqualTo(1);
    }

    @Test
    void shortFilmsAreHeldToTheirLengthButAtLeastToASegment() {
        assertThat(of(0, even(50, 120)).worst()).isCloseTo(1.2, within(1e-9));
        assertThat(of(0, even(1, 3900)).worst()).isCloseTo(0.975, within(1e-9));
    }

    @Test
    void aPreviewCountsFromItsOwnFirstPicture() {
        assertThat(of(130, even(50, 120)).excess()).containsOnlyKeys(3L, 4L);
    }

    private static Spending of(long first, int[] sizes) {
        return new Spending(new Timeline(RATE, first + sizes.length), CAP, first, sizes);
    }

    private static int[] even(int pictures, int bytes) {
        int[] sizes = new int[pictures];
        Arrays.fill(sizes, bytes);
        return sizes;
    }
}
