package dev.slipway.desk.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedWordsTest {
    /** The file's name as macOS keeps it, each accent a character of its own. */
    private static final String FILE = "Evening in the old town, Ёж и е\u0308лка и\u0306.mp4";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "EVENING",
                "evening town",
                "town evening",
                "еж",
                "ёж",
                "Елка",
                "ё",
                "й",
                "#boats",
                "#bo .mp4"
            })
    void everyWordIsFoundHoweverItIsWritten(String typed) {
        assertThat(SearchedWords.of(typed).areIn(Stream.of(FILE, "#boats"))).isTrue();
    }

    @Test
    void oneWordThatIsNowhereIsNotFound() {
        assertThat(SearchedWords.of("evening village").areIn(Stream.of(FILE, "#boats")))
                .isFalse();
    }
}
