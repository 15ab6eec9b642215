package dev.slipway.media.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.check.WebVttText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CueSheetTest {
    /** Whole words of the format and of what is read, so that chance puts them together. */
    private static final String[] WORDS = {
        "\n",
        "\n\n",
        "\r",
        "STYLE",
        "REGION",
        "NOTE",
        "STYLE\n",
        "\nREGION \t\n",
        "WEBVTT",
        "-->",
        "--",
        ">",
        "<",
        "&",
        "&amp;",
        "<b>",
        "</i >",
        "<b",
        "<u\n>",
        "<script>",
        "00:01.000 --> 00:00.500",
        "{\\i1}",
        "\\N",
        ",",
        " ",
        "\t",
        "\f",
        "\0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u200F",
        "\uD83D\uDE00",
        "word",
        "&".repeat(396),
        "a".repeat(399)
    };

    private final CueSheet sheet = new CueSheet();

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void whateverATrackHoldsTheCheckTakesItsFile(
            @ForAll("codecs") String codec,
            @ForAll("payloads") byte[] payload,
            @ForAll @LongRange(min = -3000, max = 3000) long start,
            @ForAll @LongRange(min = -3000, max = 3000) long length)
            throws IOException {
        CueSheet made = new CueSheet();
        String text = CueText.of(codec, ByteBuffer.wrap(payload));
        made.add(start, start + length, text);
        made.add(0, 5_000_000, text);
        made.add(3_599_999_000L, 360_000_000_000L, text);
        assertThat(fault(made)).as(made.document()).isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whateverTextIsCleanedTheCheckTakesIt(@ForAll("texts") String text) throws IOException {
        CueSheet made = new CueSheet();
        made.add(0, 5_000_000, CueText.clean(text));
        assertThat(fault(made)).as(made.document()).isEmpty();
    }

    @Property(tries = 300)
    void theBytesOfNoCharacterAreTakenToo(@ForAll byte[] payload, @ForAll("codecs") String codec) throws IOException {
        CueSheet made = new CueSheet();
        made.add(0, 5_000_000, CueText.of(codec, ByteBuffer.wrap(payload)));
        assertThat(fault(made)).isEmpty();
    }

    @Test
    void cuesOfNoWholeMillisecondAreLeftOut() {
        sheet.add(1_000, 1_999, "flash");
        sheet.add(-5_000_000, 900, "before");
        sheet.add(1_999, 2_000, "seen");
        assertThat(sheet.document()).isEqualTo("WEBVTT\n\n00:00:00.001 --> 00:00:00.002\nseen\n");
    }

    @Test
    void timesAreInTheFormatsDigitsWhereverThisRuns() throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            sheet.add(0, 61_000_000, "one");
            assertThat(sheet.document()).contains("00:00:00.000 --> 00:01:01.000");
            assertThat(fault(sheet)).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Provide
    Arbitrary<String> codecs() {
        return Arbitraries.of("subrip", "mov_text", "ass", "webvtt");
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        return texts().map(text -> ("0,0,Default,,0,0,0,," + text).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(WORDS),
                        Arbitraries.of(WORDS),
                        Arbitraries.strings().all().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(words -> String.join("", words));
    }

    private static Optional<String> fault(CueSheet sheet) throws IOException {
        Path file = Files.createTempFile("cues", ".vtt");
        try {
            return WebVttText.fault(Files.writeString(file, sheet.document()));
        } finally {
            Files.delete(file);
        }
    }
}
