package dev.slipway.media.ffmpeg.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 0, 1",
        "16, 11, 1.4545",
        "2, 1, 2",
        "1, 8, 0.125",
        "17665, 1, 1",
        "1, 17665, 1",
        "2147483647, 1, 1"
    })
    void pixelsNobodyFilmsWithAreTakenAsSquare(int numerator, int denominator, double aspect) {
        PictureFormat format = new PictureFormat(96, 80, 0, numerator, denominator, 2, 0, 2, 2);
        assertThat(format.pixelAspect()).isCloseTo(aspect, within(0.0001));
    }
}
