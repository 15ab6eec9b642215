package dev.slipway.server.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.model.problem.Violation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureListTextTest {
    private static final String ONE = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
    private static final String TWO = "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af";

    @Test
    void linesAreReadAsToolsWriteThem() {
        assertThat(only(ONE)).isEqualTo(picture(ONE, 100, "a blocked picture"));
        assertThat(only(ONE.toUpperCase(Locale.ROOT) + " , 87 ")).isEqualTo(picture(ONE, 87, "a blocked picture"));
        assertThat(only(ONE + ",100,in/bridge-1.jpg")).isEqualTo(picture(ONE, 100, "in/bridge-1.jpg"));
        assertThat(only("hash=" + ONE + ",norm=128,delta=0")).isEqualTo(picture(ONE, 100, "norm=128,delta=0"));
        assertThat(only(ONE + ",court order, 8 of May")).isEqualTo(picture(ONE, 100, "court order, 8 of May"));
        assertThat(only(ONE + ",90,\"court \"\"order\"\", 8\"")).isEqualTo(picture(ONE, 90, "court \"order\", 8"));
        assertThat(only(ONE + ",\"2026\"")).isEqualTo(picture(ONE, 100, "2026"));
        assertThat(only(ONE + ",0000000000000001,2020-07-31,tag1"))
                .isEqualTo(picture(ONE, 100, "0000000000000001,2020-07-31,tag1"));
    }

    @Test
    void columnNamesRemarksEmptyLinesAndOtherLineEndsAreFine() {
        String text = "\uFEFFhash,quality,reason\r\n# from abroad\r\n\r\n" + ONE + ",80,a\r\n" + TWO + "\r\n";
        PictureListText.Read read = PictureListText.read(text);
        assertThat(read.faults()).isEmpty();
        assertThat(read.pictures()).containsExactly(picture(ONE, 80, "a"), picture(TWO, 100, "a blocked picture"));
    }

    @Test
    void ofTwoLinesForOnePictureTheLaterCounts() {
        assertThat(PictureListText.read(ONE + ",60,a\n" + TWO + "\n" + ONE + ",70,b")
                        .pictures())
                .containsExactlyInAnyOrder(picture(ONE, 70, "b"), picture(TWO, 100, "a blocked picture"));
    }

    @Test
    void eachBadLineIsNamedWithItsNumber() {
        PictureListText.Read read = PictureListText.read(ONE + "\nnonsense\n\n" + TWO + ",101\n" + TWO + ",,\n");
        assertThat(read.faults()).extracting(Violation::field).containsExactly("line 2", "line 4");
        assertThat(read.faults().getFirst().message()).contains("64 hex digits");
        assertThat(read.faults().getLast().message()).contains("0 to 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "f8f8",
                ",100,reason",
                "'" + ONE + "'",
                ONE + ",999",
                ONE + ",-1",
                ONE + ",1000000000",
                ONE + ",3.5,a reason",
                ONE + ",50,\"open",
                ONE + ",50,\"one\" and more",
                ONE + ",50,a\u0000b",
                ONE + ",50,a\u202Eb",
                ONE + ",50,a\uD800b",
                ONE + ONE,
            })
    void whatIsNoLineIsNone(String line) {
        PictureListText.Read read = PictureListText.read("# a list\n" + line);
        assertThat(read.pictures()).isEmpty();
        assertThat(read.faults()).hasSize(1);
    }

    @Test
    void endlessLinesAndListsOfNonsenseCostLittle() {
        assertThat(PictureListText.read(ONE + ",50,\"" + "\"\"".repeat(4_000_000))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("1000 characters"));
        assertThat(PictureListText.read(ONE + ",50," + "x".repeat(201)).faults())
                .hasSize(1);
        PictureListText.Read nonsense = PictureListText.read("x\n".repeat(1_000_000));
        assertThat(nonsense.faults()).hasSize(PictureListText.MOST_FAULTS);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSame() {
        List<BlockedPicture> list = List.of(
                picture(TWO, 0, "a blocked picture"),
                picture(ONE, 100, "court \"order\", 8, =1+1, ляля 🚢"),
                picture("0".repeat(64), 49, "100,200"));
        PictureListText.Read read = PictureListText.read(PictureListText.write(list));
        assertThat(read.faults()).isEmpty();
        assertThat(read.pictures()).isEqualTo(list);
    }

    private static BlockedPicture only(String line) {
        PictureListText.Read read = PictureListText.read(line);
        assertThat(read.faults()).isEmpty();
        assertThat(read.pictures()).hasSize(1);
        return read.pictures().getFirst();
    }

    private static BlockedPicture picture(String hash, int quality, String reason) {
        return new BlockedPicture(PdqHash.parse(hash), quality, reason);
    }
}
