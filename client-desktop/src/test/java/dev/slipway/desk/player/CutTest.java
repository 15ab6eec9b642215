package dev.slipway.desk.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.wish.Trim;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final long FILM = 60_000_000;

    @Test
    void nothingOffIsNoTrim() {
        assertThat(Cut.NOTHING_OFF.trim(FILM)).isNull();
        assertThat(Cut.NOTHING_OFF.endingAt(FILM + 5).trim(FILM))
                .as("an end behind the film's")
                .isNull();
        assertThat(Cut.of(null)).isEqualTo(Cut.NOTHING_OFF);
    }

    @Test
    void bothEndsAreKept() {
        Cut cut = Cut.NOTHING_OFF.beginningAt(5_000_000).endingAt(20_000_000);
        assertThat(cut.trim(FILM)).isEqualTo(new Trim(5_000_000, 20_000_000));
        assertThat(cut.lasts(FILM)).isEqualTo(15_000_000);
        assertThat(Cut.of(cut.trim(FILM))).isEqualTo(cut);
    }

    @Test
    void itsFirstPictureIsHeldAndTheFirstAfterItsEndIsNot() {
        Cut cut = new Cut(5_000_000, 20_000_000L);
        assertThat(cut.holds(4_999_999)).isFalse();
        assertThat(cut.holds(5_000_000)).isTrue();
        assertThat(cut.holds(19_999_999)).isTrue();
        assertThat(cut.holds(20_000_000)).isFalse();
        assertThat(Cut.NOTHING_OFF.holds(FILM)).isTrue();
    }

    @Test
    void aBeginningBehindTheEndGivesUpTheEndAndTheOtherWayRound() {
        Cut cut = new Cut(5_000_000, 20_000_000L);
        assertThat(cut.beginningAt(30_000_000).trim(FILM)).isEqualTo(new Trim(30_000_000, FILM));
        assertThat(cut.endingAt(3_000_000).trim(FILM)).isEqualTo(new Trim(0, 3_000_000));
    }
}
