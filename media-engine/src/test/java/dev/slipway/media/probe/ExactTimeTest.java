package dev.slipway.media.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0:00.0",
        "2_450_000, 0:02.5",
        "59_949_999, 0:59.9",
        "59_950_000, 1:00.0",
        "898_000_000, 14:58.0",
        "3_599_960_000, 1:00:00.0",
        "3_723_400_000, 1:02:03.4"
    })
    void lengthsAreRoundedToTenthsAndCarried(String micros, String words) {
        assertThat(ExactTime.of(Long.parseLong(micros.replace("_", "")))).isEqualTo(words);
    }
}
