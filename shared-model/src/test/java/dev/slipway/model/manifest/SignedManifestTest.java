package dev.slipway.model.manifest;

import static dev.slipway.model.manifest.Manifests.AUDIO;
import static dev.slipway.model.manifest.Manifests.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedManifestTest {

    @Test
    void keepsTheExactBytesThroughBase64() {
        byte[] bytes = ("  " + Json.STRICT.writeValueAsString(Manifests.of(VIDEO, AUDIO)) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        SignedManifest original = SignedManifest.parse(bytes);
        SignedManifest sent = SignedManifest.fromBase64(original.toBase64());

        assertThat(sent.bytes()).isEqualTo(bytes);
        assertThat(sent.hash()).isEqualTo(original.hash());
        assertThat(sent.manifest()).isEqualTo(Manifests.of(VIDEO, AUDIO));
    }

    @Test
    void theSameListInOtherBytesHasAnotherHash() {
        String json = Json.STRICT.writeValueAsString(Manifests.of(VIDEO));

        assertThat(SignedManifest.parse(json.getBytes(StandardCharsets.UTF_8)).hash())
                .isNotEqualTo(SignedManifest.parse((json + " ").getBytes(StandardCharsets.UTF_8))
                        .hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"version\":1}", "not json", "\u0000"})
    void refusesWhatIsNoManifest(String text) {
        assertThatThrownBy(() -> SignedManifest.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreThanTheLimitBeforeReadingIt() {
        assertThatThrownBy(() -> SignedManifest.parse(new byte[SignedManifest.MAX_BYTES + 1]))
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> SignedManifest.fromBase64("A".repeat(SignedManifest.MAX_BYTES * 2)))
                .hasMessageContaining("at most");
    }
}
