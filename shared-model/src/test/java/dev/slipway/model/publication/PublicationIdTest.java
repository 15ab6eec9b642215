package dev.slipway.model.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationIdTest {

    @Test
    void standsLeftAlignedInAWord() {
        assertThat(PublicationId.parse("01234567-89ab-4def-8123-456789abcdef")
                        .bytes32()
                        .hex())
                .isEqualTo("0x0123456789ab4def8123456789abcdef" + "0".repeat(32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01234567-89AB-4DEF-8123-456789ABCDEF",
                "01234567-89ab-4def-8123-456789abcdef/..",
                " 01234567-89ab-4def-8123-456789abcdef"
            })
    void hasOneTextFormOnly(String text) {
        assertThatThrownBy(() -> PublicationId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
