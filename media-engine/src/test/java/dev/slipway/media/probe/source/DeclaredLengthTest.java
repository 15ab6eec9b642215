package dev.slipway.media.probe.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclaredLengthTest {
    /** An EBML header of four bytes of content, then a Segment. */
    private static final String MATROSKA = "1a45dfa3" + "84" + "42868101" + "18538067";

    @Test
    void aSegmentsSizeCountsFromItsOwnBeginning() {
        assertThat(of(MATROSKA + "0100000000000100" + "00".repeat(8))).hasValue(13 + 8 + 0x100);
        assertThat(of(MATROSKA + "4100" + "00".repeat(8))).hasValue(13 + 2 + 0x100);
    }

    @Test
    void aRiffChunkIsLittleEndianAndLeavesItsOwnHeaderOut() {
        assertThat(of("52494646" + "00010000" + "41564920")).hasValue(0x100 + 8);
    }

    @Test
    void saysNothingWhereTheFileDoesNot() {
        String rest = "00".repeat(20);
        assertThat(Stream.of(
                        "",
                        "1a45dfa3",
                        MATROSKA + "01ffffffffffffff" + rest,
                        MATROSKA + "00" + rest,
                        "1a45dfa3" + "1fffffff" + rest,
                        "1a45dfa3" + "84" + "42868101" + "deadbeef" + "4100" + rest,
                        "0000001866747970" + rest))
                .allSatisfy(header -> assertThat(of(header)).isEmpty());
    }

    private static OptionalLong of(String hex) {
        return DeclaredLength.of(HexFormat.of().parseHex(hex));
    }
}
