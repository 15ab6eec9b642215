package dev.slipway.media.probe.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SoundEndsTest {
    private static final Timebase SECONDS = new Timebase(1, 1);

    private final SoundEnds ends = new SoundEnds();

    @Test
    void itEndsWithItsLastPacket() {
        add(0, 1, 2);
        assertThat(ends.micros(0)).hasValue(3_000_000);
        assertThat(ends.micros(1)).isEmpty();
    }

    @Test
    void aSingleWrongTimeStretchesNothing() {
        add(0, 1, 4_000, 2, 3);
        assertThat(ends.micros(0)).hasValue(4_000_000);
    }

    @Test
    void itMayRestInBetween() {
        add(0, 1, 60, 61);
        assertThat(ends.micros(0)).hasValue(62_000_000);
    }

    private void add(long... times) {
        for (long time : times) {
            try (Packet packet = new Packet()) {
                packet.fillPicture(ByteBuffer.allocate(1), time, PictureKind.KEY);
                ends.add(packet, SECONDS);
            }
        }
    }
}
