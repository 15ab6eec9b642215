package dev.slipway.model.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledWordsTest {
    /** UTF-16 units, more than any form holds. */
    private static final int LONG = 100_000;

    /** Of one glyph for each place that a walk can begin at: 5 kinds of stretches of at most 48 glyphs. */
    private static final int MOST_STEPS = 5 * 48;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f",
                "fuckA",
                "fF",
                "f u c k ",
                "f.u.c.k.",
                "х у ",
                "fu-",
                "фu1!|",
                "|-|",
                "()",
                "f\u0301\u200B",
                "пере",
                "казиноA",
                "я тебя ",
                "*",
                "f*",
                "ﷺ",
                "🅰",
                "хуеA1"
            })
    void aHostileTextTakesABoundedNumberOfStepsForEachCharacter(String piece) throws IOException {
        WordList list = StartingList.read();
        CompiledWords words = new CompiledWords(list.words(), list.exceptions());
        String text = piece.repeat(LONG / piece.length());

        assertThat(words.find("title", text).steps()).isLessThanOrEqualTo((long) MOST_STEPS * text.length());
    }

    @RepeatedTest(30)
    void ofTwoRowsThatFitAlikeTheEarlierOneIsNamed() {
        WordList list = WordList.of(List.of(row("сука"), row("суки")), List.of());

        assertThat(list.in("title", "суки")).extracting(WordHit::word).containsExactly("сука");
    }

    private static BannedWord row(String word) {
        return new BannedWord(word, "ru", "profanity", Severity.REFUSE);
    }
}
