package dev.slipway.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionTest {

    @ParameterizedTest
    @CsvSource({"0.04,1.0,1,none", "0.12,1.0,10,weak", "0.20,2.0,30,strong"})
    void theEndsOfEveryRangeAreAllowedAndReadBackFromJson(
            double epsilon, double strength, int everyNFrames, String level) {
        Protection protection = new Protection(epsilon, strength, everyNFrames, AudioLevel.parse(level));

        String json = Json.STRICT.writeValueAsString(protection);

        assertThat(json).contains("\"audioLevel\":\"" + level + "\"");
        assertThat(Json.STRICT.readValue(json, Protection.class)).isEqualTo(protection);
    }

    @ParameterizedTest
    @CsvSource({
        "0.039,1.0,10,epsilon",
        "0.201,1.0,10,epsilon",
        "NaN,1.0,10,epsilon",
        "0.12,0.99,10,strength",
        "0.12,2.01,10,strength",
        "0.12,NaN,10,strength",
        "0.12,1.0,0,frames",
        "0.12,1.0,31,frames"
    })
    void anythingOutsideIsRefusedWithItsName(double epsilon, double strength, int everyNFrames, String named) {
        assertThatThrownBy(() -> new Protection(epsilon, strength, everyNFrames, AudioLevel.WEAK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"epsilon\":0.5,\"strength\":1,\"everyNFrames\":10,\"audioLevel\":\"weak\"}",
                "{\"epsilon\":0.12,\"strength\":1,\"everyNFrames\":10,\"audioLevel\":\"loud\"}",
                "{\"epsilon\":0.12,\"strength\":1,\"everyNFrames\":10}",
            })
    void aManifestWithSettingsThatDoNotExistIsRefused(String protection) {
        byte[] manifest = ("{\"version\":1,\"protection\":" + protection + "}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SignedManifest.parse(manifest)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultIsTheDesigns() {
        assertThat(Protection.DEFAULT).isEqualTo(new Protection(0.12, 1.0, 10, AudioLevel.WEAK));
    }
}
