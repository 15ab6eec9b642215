package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordRulesTest {
    @Test
    void everyRowToStartFromKeepsTheRules() throws IOException {
        WordList list = StartingList.read();

        assertThat(list.words()).hasSizeGreaterThan(400).allSatisfy(row -> {
            assertThat(WordRules.check(row.language(), row.word()))
                    .as(row.word())
                    .isEmpty();
            assertThat(WordRules.checkCategory(row.category())).isEmpty();
            assertThat(WordRules.normal(row.word())).isEqualTo(row.word());
        });
        assertThat(list.exceptions()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(WordRules.check(row.language(), row.word()))
                    .as(row.word())
                    .isEmpty();
            assertThat(WordRules.normal(row.word())).isEqualTo(row.word());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "ab*",
                "fuck* *",
                "a",
                "--",
                "*fuck",
                "fu*ck",
                "f\u0000k",
                "a/b",
                "two  spaces",
                "!!!",
                "\uD800ab",
                "one two three four five six seven eight nine"
            })
    void whatIsNoWordIsRefused(String word) {
        assertThat(WordRules.check("en", word)).isPresent();
    }

    @Test
    void aWordIsKeptInSmallLetters() {
        assertThat(WordRules.normal("  Two \t WORDS*")).isEqualTo("two words*");
        assertThat(WordRules.check("en", "x".repeat(WordRules.MAX_WORD))).isEmpty();
        assertThat(WordRules.check("en", "x".repeat(WordRules.MAX_WORD + 1))).isPresent();
        assertThat(WordRules.check("EN", "word")).isPresent();
        assertThat(WordRules.checkCategory("Loud")).isPresent();
    }
}
