package dev.slipway.model.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRulesTest {

    @Test
    void acceptsWordsOfAnyLanguageAndEmoji() {
        assertThat(FormRules.check(new PublicationForm(
                        "Прогулка 🚲 по набережной",
                        "Первая строка\nвторая",
                        List.of("велосипед", "東京", "a_1", "हिन्दी", "cafe\u0301"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "two\nlines",
                "two\u2028lines",
                "two\u2029lines",
                "bell\u0007",
                "evil\u202Egpj.exe",
                "turned\u061Cround",
                "\u200B",
                "\u200F\u200E",
                "\u2800",
                "\u3164",
                "\uFEFF",
                "\u0301"
            })
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
    @ValueSource(strings = {"", "#tag", "two words", "dash-ed", "<b>", "\u3164", "a\u3164", "\u0301"})
    void refusesHashtagsThatAreNoWord(String tag) {
        assertThat(FormRules.check(new PublicationForm("t", null, List.of("fine", tag))))
                .extracting(Violation::field)
                .containsExactly("hashtags[1]");
    }

    @Test
    void refusesTheSameHashtagTwiceAndTooMany() {
        assertThat(FormRules.check(new PublicationForm("t", null, List.of("Rowing", "rowing"))))
                .hasSize(1);
        assertThat(FormRules.check(new PublicationForm("t", null, List.of("caf\u00E9", "cafe\u0301"))))
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

    /** Hashes of forms that were signed and paid for before there were access levels. */
    @Test
    void aFormForEveryoneHasTheHashThatItHadBeforeThereWereLevels() {
        PublicationForm form = new PublicationForm("A ship", "goes into the water", List.of("ships"));

        assertThat(form.hash().hex()).isEqualTo("0xdb2aec8829daa8d6fc04dd69f6b518d6531238b2791fb9c228803ccd56815a1e");
        assertThat(form.with(AccessLevel.PUBLIC).hash()).isEqualTo(form.hash());
        assertThat(Json.STRICT.writeValueAsString(form.with(AccessLevel.PUBLIC)))
                .doesNotContain("accessLevel");
        assertThat(Json.STRICT.readValue("{\"title\":\"t\",\"accessLevel\":\"public\"}", PublicationForm.class))
                .as("whoever says it all the same")
                .isEqualTo(new PublicationForm("t", null, null));
    }

    @ParameterizedTest
    @EnumSource(AccessLevel.class)
    void everyLevelIsAcceptedAndSigned(AccessLevel level) {
        PublicationForm everyone = new PublicationForm("t", null, null);
        PublicationForm form = everyone.with(level);

        assertThat(FormRules.check(form)).isEmpty();
        assertThat(form.access()).isEqualTo(level);
        assertThat(Json.STRICT.readValue(Json.STRICT.writeValueAsString(form), PublicationForm.class))
                .isEqualTo(form);
        assertThat(form.hash().equals(everyone.hash())).isEqualTo(level == AccessLevel.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Public", "UNLISTED", "friends", " sponsor"})
    void aLevelThatIsNoneIsRefusedAndTheOnesThereAreAreNamed(String level) {
        PublicationForm form = new PublicationForm("t", null, null, null, level);

        assertThat(FormRules.check(form))
                .containsExactly(new Violation(
                        "accessLevel",
                        "the access level is one of public, unlisted, subscriber, sponsor, not \"" + level + "\""));
        assertThatIllegalArgumentException().isThrownBy(form::access);
    }

    @Test
    void onlyWhatIsForEveryoneMayBeListed() {
        assertThat(AccessLevel.values()).filteredOn(AccessLevel::mayBeListed).containsExactly(AccessLevel.PUBLIC);
    }
}
