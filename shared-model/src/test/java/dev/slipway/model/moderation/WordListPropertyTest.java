package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.fold.Glyphs;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordListPropertyTest {
    private static final String TRICKS =
            "fuckхуйсuka казино.-_*!|()<>/\\@$013№+'’😀🅰🇫\u0301\u200B\uFE0F\u00AD\uD800\uDC00ｆ𝒇";

    private final WordList list = StartingList.read();
    private final WordList one =
            WordList.of(List.of(new BannedWord("casino", "en", "gambling", Severity.REFUSE)), List.of());

    WordListPropertyTest() throws IOException {}

    @Property
    void whateverIsFoundLiesInTheTextAndApart(@ForAll("texts") String text) {
        int end = 0;
        for (WordHit hit : list.in("title", text)) {
            assertThat(hit.offset()).isGreaterThanOrEqualTo(end);
            end = hit.offset() + hit.length();
            assertThat(hit.length()).isPositive();
            assertThat(text.substring(hit.offset(), end)).isEqualTo(hit.written());
        }
    }

    @Property
    void aWordBetweenSpacesIsFound(@ForAll("texts") String before, @ForAll("texts") String after) {
        int offset = before.length() + 1;

        assertThat(one.in("title", before + " casino " + after))
                .anyMatch(hit -> hit.offset() <= offset && hit.offset() + hit.length() >= offset + 6);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String text) {
        String once = Glyphs.letters(text);

        assertThat(Glyphs.letters(once)).isEqualTo(once);
    }

    @Property(tries = 100)
    void theDeskFindsWhatTheServerFinds(@ForAll("texts") String text) {
        WordListReply sent = new WordListReply(list.words(), list.exceptions());
        WordListReply received = Json.LENIENT.readValue(Json.STRICT.writeValueAsString(sent), WordListReply.class);

        assertThat(WordList.of(received.words(), received.exceptions()).in("title", text))
                .isEqualTo(list.in("title", text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tricks = Arbitraries.strings().withChars(TRICKS).ofMaxLength(40);
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> letters =
                Arbitraries.strings().withCharRange('\u00A0', '\u2E7F').ofMaxLength(40);
        return Arbitraries.oneOf(tricks, anything, letters);
    }
}
