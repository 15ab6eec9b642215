package dev.slipway.desk.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LoupeTest {
    /** Whatever is done with it, nothing outside of the picture is shown. */
    @Test
    void whatIsShownStaysWithinThePicture() {
        Random random = new Random(4);
        Loupe loupe = new Loupe();
        for (int i = 0; i < 2000; i++) {
            if (random.nextBoolean()) {
                loupe.zoomTo(random.nextDouble(-3, 12));
            } else {
                loupe.move(random.nextDouble(-3, 3), random.nextDouble(-3, 3));
            }
            double half = 0.5 / loupe.zoom().get();
            assertThat(loupe.zoom().get()).isBetween(1.0, Loupe.MOST);
            assertThat(loupe.x().get()).isBetween(half - 1e-9, 1 - half + 1e-9);
            assertThat(loupe.y().get()).isBetween(half - 1e-9, 1 - half + 1e-9);
        }
    }
}
