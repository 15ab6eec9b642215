package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is found is the subject of MeasuredSetTest; here is how each rule works. */
class WordListTest {
    private final WordList list = list("casino", "казино", "хуй", "fuck*", "kill yourself", "ебать");

    @Test
    void everyWordThatAnybodyReadsIsLookedAt() {
        PublicationForm form = new PublicationForm(
                "Casino",
                "cas1no",
                List.of("ships", "big_casino"),
                new Profile("Кaзино", "https://casino.example", "CASINO", false, null));

        assertThat(list.in(form))
                .extracting(WordHit::field, WordHit::offset, WordHit::length, WordHit::written, WordHit::word)
                .containsExactly(
                        tuple("title", 0, 6, "Casino", "casino"),
                        tuple("description", 0, 6, "cas1no", "casino"),
                        tuple("hashtags[1]", 4, 6, "casino", "casino"),
                        tuple("profile.name", 0, 6, "Кaзино", "казино"),
                        tuple("profile.url", 8, 6, "casino", "casino"),
                        tuple("profile.activityHobbies", 0, 6, "CASINO", "casino"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so c.a.s.i.n.o it is|3|11|c.a.s.i.n.o",
                "😀 𝒄𝒂𝒔𝒊𝒏𝒐!|3|12|𝒄𝒂𝒔𝒊𝒏𝒐",
                "TopCasino777|3|6|Casino",
                "на х у й|3|5|х у й",
                "you kill — yourself|4|15|kill — yourself",
                "#KillYourself|1|12|KillYourself",
                "What a fuuuck!|7|6|fuuuck",
            })
    void thePlaceIsThatOfWhatWasWritten(String text, int offset, int length, String written) {
        assertThat(list.in("title", text))
                .extracting(WordHit::offset, WordHit::length, WordHit::written)
                .containsExactly(tuple(offset, length, written));
    }

    @Test
    void placesAreInTheTextAsItCame() {
        assertThat(list.in("title", "fu\u200Bck\u0301"))
                .extracting(WordHit::offset, WordHit::length)
                .containsExactly(tuple(0, 6));
    }

    @Test
    void innocentWordsPass() {
        assertThat(list.in("title", "An occasion to cast in oak, Себастьян")).isEmpty();
        assertThat(WordList.EMPTY.in("title", "casino")).isEmpty();
        assertThat(list.in("title", "12 345 - 67")).isEmpty();
    }

    @Test
    void anExceptionIsItselfAndNotItsDisguises() {
        WordList excused = WordList.of(
                List.of(word("casino", Severity.REFUSE), word("сука", Severity.REFUSE)),
                List.of(new AllowedWord("casino royale", "en"), new AllowedWord("сук", "ru")));

        assertThat(excused.in("title", "Casino Royale, 1967")).isEmpty();
        assertThat(excused.in("title", "Толстый сук")).isEmpty();
        assertThat(excused.in("title", "Какой сук!")).isEmpty();
        assertThat(excused.in("title", "c@sino royale")).hasSize(1);
        assertThat(excused.in("title", "casino royales")).hasSize(1);
        assertThat(excused.in("title", "суки")).hasSize(1);
    }

    @Test
    void aRefusalIsNamedBeforeALongerReview() {
        WordList both =
                WordList.of(List.of(word("casino", Severity.REFUSE), word("casino night", Severity.REVIEW)), List.of());

        assertThat(both.in("title", "A casino night"))
                .extracting(WordHit::written, WordHit::isRefused)
                .containsExactly(tuple("casino", true));
        assertThat(both.in("title", "A night")).isEmpty();
    }

    @Test
    void theLongestPlaceAndTheNearestRowAreNamed() {
        assertThat(list("fuck*", "fucking").in("title", "fucking"))
                .extracting(WordHit::word)
                .containsExactly("fucking");
    }

    @Test
    void wordsOfOtherLanguagesAreFoundAsTheyAre() {
        WordList german = WordList.of(List.of(new BannedWord("Scheiße", "de", "profanity", null)), List.of());

        assertThat(german.in("title", "so eine SCHEISSE")).hasSize(1);
        assertThat(german.in("title", "beschissen")).isEmpty();
    }

    @Test
    void aListOfBeforeThereWereSeveritiesRefuses() {
        WordListReply old = Json.LENIENT.readValue(
                "{\"words\":[{\"word\":\"casino\",\"language\":\"en\",\"category\":\"gambling\"}]}",
                WordListReply.class);

        assertThat(WordList.of(old.words(), old.exceptions()).in("title", "casino"))
                .extracting(WordHit::severity)
                .containsExactly(Severity.REFUSE);
    }

    private static WordList list(String... words) {
        return WordList.of(
                List.of(words).stream().map(word -> word(word, Severity.REFUSE)).toList(), List.of());
    }

    private static BannedWord word(String word, Severity severity) {
        return new BannedWord(word, word.charAt(0) < 'z' ? "en" : "ru", "some", severity);
    }
}
