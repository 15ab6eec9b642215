package dev.slipway.media.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CueTextTest {
    @Test
    void emphasisStaysAndOtherTagsGo() {
        assertThat(text("subrip", "<font color=\"red\"><i>Stop</i></font> & <script>go</script>"))
                .isEqualTo("<i>Stop</i> &amp; go");
    }

    @Test
    void nothingInATextEndsItsCue() {
        assertThat(text("subrip", "one\n\n00:00 --> 00:01\n\ntwo")).isEqualTo("one\n00:00 --&gt; 00:01\ntwo");
    }

    @Test
    void assOverridesAndFieldsAreLeftOut() {
        assertThat(text("ass", "0,0,Default,,0,0,0,,{\\i1}Hello{\\i0}, you\\Nthere"))
                .isEqualTo("Hello, you\nthere");
    }

    @Test
    void theLengthOfAMovTextIsNotTrusted() {
        ByteBuffer packet = ByteBuffer.allocate(6).putShort((short) 500).put("abcd".getBytes(StandardCharsets.UTF_8));
        assertThat(CueText.of("mov_text", packet.flip())).isEqualTo("abcd");
    }

    private static String text(String codec, String payload) {
        return CueText.of(codec, StandardCharsets.UTF_8.encode(payload));
    }
}
