package dev.slipway.desk.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void sizesAreShort() {
        assertThat(Quantities.bytes(999)).isEqualTo("999 B");
        assertThat(Quantities.bytes(1_000)).isEqualTo("1.0 kB");
        assertThat(Quantities.bytes(12_345_678)).isEqualTo("12 MB");
        assertThat(Quantities.bytes(999_999)).isEqualTo("1.0 MB");
        assertThat(Quantities.bytes(Long.MAX_VALUE)).endsWith("TB");
    }

    @Test
    void timesAreShort() {
        assertThat(Quantities.seconds(3.14)).isEqualTo("3.1 s");
        assertThat(Quantities.seconds(65)).isEqualTo("1 min 05 s");
        assertThat(Quantities.seconds(7260)).isEqualTo("2 h 01 min");
    }

    @Test
    void growthIsNotCalledSaving() {
        assertThat(Quantities.change(1000, 250)).isEqualTo("1.0 kB → 250 B (75 % saved)");
        assertThat(Quantities.change(1000, 1500)).isEqualTo("1.0 kB → 1.5 kB (50 % more)");
    }
}
