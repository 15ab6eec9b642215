package dev.slipway.model.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormRulesTest {

    @Test
    void acceptsWordsOfAnyLanguageAndEmoji() {
        assertThat(FormRules.check(new PublicationForm(
                        "Прогулка 🚲 по набережной", "Первая строка\nвторая", List.of("велосипед", "東京", "a_1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "bell\u0007", "evil\u202Egpj.exe"})
    void refusesTitlesThatAreNoTitle(String title) {
        assertThat(FormRules.check(new PublicationForm(title, null, null)))
                .extracting(Violation::field)
                .contains("title");
    }

    @Test
    void countsWhatAPersonCounts() {
        String emoji = "🚲".repeat(FormRules.MAX_TITLE);

        assertThat(FormRules.check(new PublicationForm(emoji, null, null))).isEmpty();
        assertThat(FormRules.check(new PublicationForm(emoji + "🚲", null, null)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#tag", "two words", "dash-ed", "<b>"})
    void refusesHashtagsThatAreNoWord(String tag) {
        assertThat(FormRules.check(new PublicationForm("t", null, List.of("fine", tag))))
                .extracting(Violation::field)
                .containsExactly("hashtags[1]");
    }

    @Test
    void refusesTheSameHashtagTwiceAndTooMany() {
        assertThat(FormRules.check(new PublicationForm("t", null, List.of("Rowing", "rowing"))))
                .hasSize(1);
        assertThat(FormRules.check(new PublicationForm("t", null, Collections.nCopies(21, "x"))))
                .extracting(Violation::field)
                .containsExactly("hashtags");
    }

    @Test
    void emptyAndAbsentMembersHaveTheSameHash() {
        assertThat(new PublicationForm("t", "", List.of()).hash())
                .isEqualTo(new PublicationForm("t", null, null).hash());
        assertThat(new PublicationForm("t", "d", null).hash()).isNotEqualTo(new PublicationForm("t", "", null).hash());
    }
}
