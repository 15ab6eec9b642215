package dev.slipway.media.ffmpeg.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.PictureKind;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RestartWindowTest {
    private static final int BYTES = 100;
    private static final int GROUP = 1_000;

    /** And not two until the next key frame comes. */
    @Test
    void aboutOneGroupIsKept() {
        RestartWindow window = new RestartWindow(4, Long.MAX_VALUE);
        assertThat(kept(window, 10 * GROUP + 70, GROUP)).isEqualTo(70);
        assertThat(window.peak()).isBetween((long) GROUP * BYTES, (GROUP + 64L) * BYTES);
        assertThat(window.isOver()).isFalse();
    }

    @Test
    void atLeastSoMuchIsKeptAsADecoderMayHoldBack() {
        assertThat(kept(new RestartWindow(4, Long.MAX_VALUE), 10 * GROUP + 60, GROUP))
                .isEqualTo(GROUP + 60);
        assertThat(kept(new RestartWindow(100, Long.MAX_VALUE), 1_000, 1)).isEqualTo(132);
    }

    @Test
    void oneGroupThatDoesNotFitIsTooMuch() {
        RestartWindow window = new RestartWindow(4, (long) GROUP * BYTES / 2);
        kept(window, GROUP / 2, GROUP);
        assertThat(window.isOver()).isFalse();
        kept(window, 1, GROUP);
        kept(window, 3 * GROUP, GROUP);
        assertThat(window.isOver()).isTrue();
        assertThat(window.peak()).isGreaterThan((long) GROUP * BYTES / 2);
    }

    /** Only what the threads have hold of anyway. */
    @Test
    void largeKeyFramesAloneAreNeverTooMuch() {
        RestartWindow window = new RestartWindow(4, BYTES);
        assertThat(kept(window, 500, 1)).isEqualTo(6);
        assertThat(window.isOver()).isFalse();
        assertThat(window.peak()).isEqualTo(BYTES);
    }

    /** @return how many are still kept of so many more packets */
    private static int kept(RestartWindow window, int packets, int group) {
        int kept = 0;
        try (Packet packet = new Packet()) {
            for (int number = 0; number < packets; number++) {
                PictureKind kind = number % group == 0 ? PictureKind.KEY : PictureKind.DEPENDENT;
                packet.fillPicture(ByteBuffer.allocate(BYTES), number, kind);
                kept += 1 - window.add(packet);
            }
        }
        return kept;
    }
}
