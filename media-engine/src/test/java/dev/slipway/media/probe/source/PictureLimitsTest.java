package dev.slipway.media.probe.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "7680, 4320",
        "4320, 7680",
        "8192, 8192",
        "11520, 5760",
        "7680, 2160",
        "5120, 1440",
        "1080, 15000",
        "720, 16383",
        "2, 2"
    })
    void filmsAndScreensFit(int width, int height) {
        assertThat(PictureLimits.excess(width, height)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "720, 40416, '16,383'",
        "16384, 100, '16,383'",
        "8193, 8192, '67 million'",
        "16383, 16383, '67 million'",
        "2160, 7768, '16 million'",
        "16383, 2000, '16 million'"
    })
    void largerOnesAreToldWhatWouldFit(int width, int height, String limit) {
        assertThat(PictureLimits.excess(width, height))
                .hasValueSatisfying(words ->
                        assertThat(words).contains(width + " × " + height, limit, "would not fit into memory"));
    }
}
