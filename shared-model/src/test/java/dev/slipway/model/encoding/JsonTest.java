package dev.slipway.model.encoding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.media.AudioFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"codec\":\"opus\",\"channels\":2,\"sampleRate\":48000,\"extra\":1}",
                "{\"codec\":\"opus\",\"codec\":\"aac\",\"channels\":2,\"sampleRate\":48000}",
                "{\"codec\":\"opus\",\"channels\":null,\"sampleRate\":48000}",
                "{\"codec\":\"opus\",\"channels\":2,\"sampleRate\":48000} trailing",
                "{\"codec\":\"opus\",\"channels\":99999999999,\"sampleRate\":48000}"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String json) {
        assertThatThrownBy(() -> Json.STRICT.readValue(json, AudioFacts.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeItCanExhaustTheStack() {
        String bomb = "[".repeat(100_000);

        assertThatThrownBy(() -> Json.STRICT.readTree(bomb)).isInstanceOf(JacksonException.class);
    }
}
