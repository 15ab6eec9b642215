package dev.slipway.media.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.model.media.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void rungsNeverExceedTheSource() {
        assertThat(Ladder.shortSides(1080, Recipe.WEB)).containsExactly(1080, 720, 480, 360, 240);
        assertThat(Ladder.shortSides(4320, Recipe.WEB)).startsWith(2160);
    }

    @Test
    void anUnusualSizeIsItsOwnTopRung() {
        assertThat(Ladder.shortSides(432, Recipe.WEB)).containsExactly(432, 240);
    }

    @Test
    void aboveTheLowestThereAreAtLeastTwo() {
        for (Recipe recipe : Recipe.values()) {
            for (int side = 241; side < 2300; side++) {
                List<Integer> rungs = Ladder.shortSides(side, recipe);
                assertThat(rungs).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
                assertThat(rungs.getFirst()).isLessThanOrEqualTo(side);
            }
        }
        assertThat(Ladder.shortSides(200, Recipe.WEB)).containsExactly(200);
    }

    @Test
    void theReferenceBitratesAreThoseOfTheDesign() {
        assertThat(rate(new Size(1920, 1080))).isEqualTo(2_000_000);
        assertThat(rate(new Size(3840, 2160))).isBetween(4_490_000L, 4_510_000L);
    }

    @Test
    void sizesKeepTheShapeAndAreEven() {
        assertThat(Size.withShortSide(240, 768, 432)).isEqualTo(new Size(426, 240));
        assertThat(Size.withShortSide(1080, 2160, 3840)).isEqualTo(new Size(1080, 1920));
        assertThat(Size.withShortSide(241, 321, 241)).isEqualTo(new Size(322, 242));
    }

    @Test
    void anUnevenSourceGetsAnEvenRateThatLosesNothing() {
        assertThat(OutputRate.of(new Rational(27521, 1000), true, whole(30))).isEqualTo(whole(30));
        assertThat(OutputRate.of(new Rational(30000, 1001), false, whole(30))).isEqualTo(new Rational(30000, 1001));
        assertThat(OutputRate.of(new Rational(240, 1), false, whole(60))).isEqualTo(whole(60));
    }

    @Test
    void aWishForTheTopRungScalesTheOthersWithIt() {
        Size top = new Size(1920, 1080);
        Size low = new Size(426, 240);
        Bitrates planned = new Bitrates(top, whole(30), null);
        Bitrates halved = new Bitrates(top, whole(30), 1_000_000L);
        assertThat(halved.of(VideoCodec.VP9, top)).isEqualTo(1_000_000);
        assertThat(halved.of(VideoCodec.VP9, new Size(1280, 720)))
                .isCloseTo(planned.of(VideoCodec.VP9, new Size(1280, 720)) / 2, within(1000L));
        assertThat(new Bitrates(top, whole(30), 50_000L).of(VideoCodec.VP9, low))
                .isEqualTo(50_000);
    }

    /** Of the liveliest moment: at a rate that the whole film can be shown with it was beyond any encoder. */
    @Test
    void aWishForLittleLeavesThePreviewWhatAnyMomentTakes() {
        Size size = new Size(320, 180);
        Bitrates little = new Bitrates(size, whole(30), 20_000L);
        assertThat(little.of(VideoCodec.VP9, size)).isEqualTo(20_000);
        assertThat(little.ofPreview(size)).isEqualTo(120_000);
        assertThat(new Bitrates(size, whole(30), 900_000L).ofPreview(size)).isEqualTo(900_000);
    }

    private static long rate(Size size) {
        return new Bitrates(size, whole(30), null).of(VideoCodec.VP9, size);
    }

    private static Rational whole(int rate) {
        return new Rational(rate, 1);
    }
}
