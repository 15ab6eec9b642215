package dev.slipway.media.pdq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdqHashTest {
    /** Of the bridge that the reference implementation is tested with. */
    private static final String BRIDGE = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

    private static final String BRIDGE_TURNED = "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af";

    @Test
    void itsTextIsWhatItWasReadFrom() {
        assertThat(PdqHash.parse(BRIDGE).hex()).isEqualTo(BRIDGE);
        assertThat(PdqHash.parse(BRIDGE.toUpperCase(Locale.ROOT))).isEqualTo(PdqHash.parse(BRIDGE));
        assertThat(new PdqHash(1, 0, 0, 0).hex()).endsWith("0001").hasSize(64);
        assertThat(new PdqHash(0, 0, 0, Long.MIN_VALUE).hex())
                .startsWith("8000")
                .hasSize(64);
    }

    @Test
    void distancesAreThoseThatTheReferenceTells() {
        assertThat(PdqHash.parse(BRIDGE).distance(PdqHash.parse(BRIDGE_TURNED))).isEqualTo(120);
        assertThat(PdqHash.parse(BRIDGE).distance(PdqHash.parse(BRIDGE))).isZero();
        assertThat(PdqHash.parse("0".repeat(64)).distance(PdqHash.parse("f".repeat(64))))
                .isEqualTo(256);
    }

    /**
     * Turned and mirrored, a picture has the same frequencies with rows and columns exchanged and every other sign
     * changed. The median moves by that, and with it a few bits. Were bits or words in another order, half of all would
     * differ.
     */
    @ParameterizedTest
    @CsvSource({
        "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af, true, COLUMN",
        "adad5a64b5a142e75b62a09857da895ae63b847fc23794b766b319361bc93188, false, BOTH",
        "a5f0a457a48995e8c9065c275aaa5498b61ba4bdf8fcf80387c32f8b1bfc4f05, true, ROW",
        "f8f80f31e0f417b20e37f5cd028f980fb36ed02a9662c1e233e64c634e9c64dd, false, ROW",
        "0dad2599b1a1bd1a5362576742da32a5e63b7380c2374b4866b366c91bc9ce77, false, COLUMN",
        "f0a5e102f1ccc0bd945308720fff038de34ef1e8ada9a956d2967ade5ea91a50, true, NONE",
        "a5f05aa8a4896a17c906a2d85aaaab07b61b5b42f8fc07fc87c3d0741bfcb0fa, true, BOTH",
    })
    void bitsLieAsInTheHashesThatTheReferencePublishes(String published, boolean exchanged, Sign sign) {
        PdqHash original = PdqHash.parse(BRIDGE);
        PdqHash expected = PdqHash.parse(published);
        int differing = 0;
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 16; column++) {
                boolean bit = bit(original, row, column) ^ sign.isChanged(row, column);
                boolean there = exchanged ? bit(expected, column, row) : bit(expected, row, column);
                differing += bit == there ? 0 : 1;
            }
        }
        assertThat(differing).isLessThanOrEqualTo(16);
    }

    /** Which of the frequencies of the picture, before it is turned over, change their sign. */
    enum Sign {
        NONE,
        ROW,
        COLUMN,
        BOTH;

        boolean isChanged(int row, int column) {
            return switch (this) {
                case NONE -> false;
                case ROW -> row % 2 == 0;
                case COLUMN -> column % 2 == 0;
                case BOTH -> (row + column) % 2 == 1;
            };
        }
    }

    private static boolean bit(PdqHash hash, int row, int column) {
        long[] words = {hash.bits0(), hash.bits64(), hash.bits128(), hash.bits192()};
        int bit = 16 * row + column;
        return (words[bit / 64] >>> (bit % 64) & 1) == 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b2",
                "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b222",
                "g8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
                " 8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
                "٣8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22",
            })
    void anythingElseIsNoHash(String text) {
        assertThatThrownBy(() -> PdqHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
