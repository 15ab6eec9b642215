package dev.slipway.desk.prepare.making;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH | 18400000 | 6100000  | 18.4 MB → 6.1 MB, 66 % saved",
                "ENGLISH | 6100000  | 18300000 | 6.1 MB → 18.3 MB, 200 % more",
                "ENGLISH | 6100000  | 6100000  | 6.1 MB → 6.1 MB, 0 % saved",
                "RUSSIAN | 18400000 | 6100000  | 18,4 МБ → 6,1 МБ, сэкономлено 66 %",
                "RUSSIAN | 6100000  | 18300000 | 6,1 МБ → 18,3 МБ, больше на 200 %"
            })
    void whatWasSavedIsSaidAndWhatGrewAsWell(Language language, long before, long after, String words) {
        assertThat(plain(new SizeWords(new Texts(language), finished(before, after)).brief()))
                .isEqualTo(words);
    }

    @Test
    void theExactSizesAreToTheByte() {
        SizeWords words = new SizeWords(new Texts(Language.ENGLISH), finished(18_412_345, 6_137_448));

        assertThat(plain(words.exact())).isEqualTo("18,412,345 B became 6,137,448 B: 66 % saved");
        assertThat(plain(words.sentence())).isEqualTo("18.4 MB became 6.1 MB: 66 % saved");
    }

    private static Finished finished(long before, long after) {
        return new Finished(before, after, 1, List.of(), List.of());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
