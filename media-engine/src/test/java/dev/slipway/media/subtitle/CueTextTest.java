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

    @Test
    void aLineThatWouldBeginABlockIsTextAndLongerOnesStayAsTheyAre() {
        assertThat(text("subrip", "REGION\nREGIONAL NEWS\nSTYLE IS EVERYTHING\n STYLE\t\nNOTE\nNOTE this"))
                .isEqualTo("\u200EREGION\nREGIONAL NEWS\nSTYLE IS EVERYTHING\n\u200ESTYLE\n\u200ENOTE\nNOTE this");
    }

    @Test
    void controlCharactersAreSpaces() {
        assertThat(text("subrip", "hello\fthere\u001Byou\0and\u0085me")).isEqualTo("hello there you and me");
    }

    @Test
    void aPairIsNotCutInTwo() {
        String before = "a".repeat(399);
        assertThat(text("subrip", before + "\uD83D\uDE00bb")).isEqualTo(before);
        assertThat(text("subrip", before.substring(1) + "\uD83D\uDE00bb"))
                .isEqualTo(before.substring(1) + "\uD83D\uDE00");
        String lines = (before + "\n").repeat(9);
        assertThat(text("subrip", lines + before + "\uD83D\uDE00")).isEqualTo(lines + before);
    }

    @Test
    void aTagOverTwoLinesDoesNotMakeOneLongLineOfThem() {
        assertThat(text("subrip", "&".repeat(397) + "<b\n>" + "&".repeat(399)).lines())
                .hasSize(2)
                .allMatch(line -> line.length() <= 2000);
    }

    @Test
    void halfAPairBecomesTheCharacterForNone() {
        assertThat(CueText.clean("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
    }

    private static String text(String codec, String payload) {
        return CueText.of(codec, StandardCharsets.UTF_8.encode(payload));
    }
}
