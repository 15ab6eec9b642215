package dev.slipway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.media.Rational;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.junit.jupiter.api.Test;

class TimebaseTest {
    private static final Timebase MPEG = new Timebase(1, 90_000);
    private static final Timebase NTSC = new Timebase(1001, 30_000);

    @Test
    void ticksBecomeMicrosecondsAndBackRoundedToTheNearest() {
        assertThat(MPEG.toMicros(90_000)).isEqualTo(1_000_000);
        assertThat(MPEG.toMicros(1)).isEqualTo(11);
        assertThat(MPEG.fromMicros(11)).isEqualTo(1);
        assertThat(NTSC.toMicros(30)).isEqualTo(1_001_000);
        assertThat(NTSC.fromMicros(1_001_000)).isEqualTo(30);
        assertThat(NTSC.toMicros(-30)).isEqualTo(-1_001_000);
    }

    @Test
    void oneUnitIsConvertedIntoAnother() {
        assertThat(NTSC.convert(2, MPEG)).isEqualTo(6006);
        assertThat(MPEG.convert(6006, NTSC)).isEqualTo(2);
        assertThat(Timebase.MICROSECONDS.convert(1_000_000, new Timebase(1, 48_000)))
                .isEqualTo(48_000);
    }

    @Test
    void aRatesTimebaseIsOneTickAPicture() {
        assertThat(Timebase.ofRate(new Rational(30_000, 1001))).isEqualTo(NTSC);
        assertThatThrownBy(() -> Timebase.ofRate(new Rational(1L << 40, 1))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void ffmpegsOwnFractionsAreReadAndWritten() {
        try (AVRational rational = new AVRational()) {
            NTSC.copyTo(rational);
            assertThat(rational.num()).isEqualTo(1001);
            assertThat(rational.den()).isEqualTo(30_000);
            assertThat(Timebase.of(rational)).isEqualTo(NTSC);
        }
    }
}
