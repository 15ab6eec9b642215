package dev.slipway.media.probe.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SoundEndsTest {
    private static final Timebase SECONDS = new Timebase(1, 1);
    private static final Timebase TEN_HOURS = new Timebase(36_000, 1);

    /** When the last picture's own time is over. */
    private static final long PICTURE = 60_000_000;

    private final SoundEnds ends = new SoundEnds();

    @Test
    void itEndsWithItsLastPacket() {
        add(0, 1, 2);
        assertThat(ends.micros(0, PICTURE)).hasValue(3_000_000);
        assertThat(ends.micros(1, PICTURE)).isEmpty();
    }

    @Test
    void aSingleWrongTimeStretchesNothing() {
        add(0, 1, 4_000, 2, 3);
        assertThat(ends.micros(0, PICTURE)).hasValue(4_000_000);
    }

    @Test
    void itMayRestInBetween() {
        add(0, 1, 60, 61);
        assertThat(ends.micros(0, PICTURE)).hasValue(62_000_000);
    }

    @Test
    void whatBeginsWellAfterThePictureIsNotItsSound() {
        add(80_000, 80_001, 80_002);
        assertThat(ends.micros(0, PICTURE)).isEmpty();
    }

    @Test
    void whatBeganBesideThePictureGoesOnAfterIt() {
        add(59, 60, 61, 62, 63, 80, 81);
        assertThat(ends.micros(0, PICTURE)).hasValue(64_000_000);
    }

    @Test
    void aPacketThatClaimsTenHoursLastsNoLongerThanOthers() {
        add(TEN_HOURS, 0, 1);
        assertThat(ends.micros(0, PICTURE)).hasValue(1_000_000);
    }

    @Test
    void itBeginsWithItsFirstPacketThatLasts() {
        assertThat(ends.beginMicros()).isEmpty();
        add(7, 8, 9);
        assertThat(ends.beginMicros()).hasValue(7_000_000);
    }

    private void add(long... times) {
        add(SECONDS, times);
    }

    /** Each packet lasts one tick. */
    private void add(Timebase timebase, long... times) {
        for (long time : times) {
            try (Packet packet = new Packet()) {
                packet.fillPicture(ByteBuffer.allocate(1), time, PictureKind.KEY);
                ends.add(packet, timebase);
            }
        }
    }
}
