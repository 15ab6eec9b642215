package dev.slipway.model.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** RFC 8785, section 3.2: the properties our hashes rely on. */
class CanonicalJsonTest {

    @Test
    void orderAndWhiteSpaceDoNotChangeTheBytes() {
        assertThat(CanonicalJson.bytes("{\"b\": 1,\n \"a\": [true, null]}"))
                .isEqualTo(CanonicalJson.bytes("{\"a\":[true,null],\"b\":1}"));
    }

    @Test
    void sortsNamesByUtf16UnitsAndWritesTheShortestEscapes() {
        // The example of section 3.2.3 with the names that sort differently by UTF-16 units and by code points.
        String canonical = text("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6}");

        assertThat(canonical)
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void keepsListOrder() {
        assertThat(CanonicalJson.sha256("[1,2]")).isNotEqualTo(CanonicalJson.sha256("[2,1]"));
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> CanonicalJson.bytes("{")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(String json) {
        return new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8);
    }
}
