package dev.slipway.desk.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final Pattern FORM = Pattern.compile("\\.(one|few|many|other)$");

    private final Texts texts = new Texts(Language.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 0, OTHER",
        "ENGLISH, 1, ONE",
        "ENGLISH, 2, OTHER",
        "ENGLISH, 21, OTHER",
        "RUSSIAN, 0, MANY",
        "RUSSIAN, 1, ONE",
        "RUSSIAN, 2, FEW",
        "RUSSIAN, 4, FEW",
        "RUSSIAN, 5, MANY",
        "RUSSIAN, 11, MANY",
        "RUSSIAN, 12, MANY",
        "RUSSIAN, 14, MANY",
        "RUSSIAN, 21, ONE",
        "RUSSIAN, 22, FEW",
        "RUSSIAN, 111, MANY",
        "RUSSIAN, 101, ONE"
    })
    void numbersTakeTheFormOfTheirLanguage(Language language, long count, PluralForm form) {
        assertThat(PluralForm.of(language, count)).isEqualTo(form);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(stems(Language.RUSSIAN)).isEqualTo(stems(Language.ENGLISH));
    }

    @Test
    void everyNumberHasItsFormInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Language language : Language.values()) {
            Set<String> keys = bundle(language).keySet();
            for (String key : keys) {
                if (FORM.matcher(key).find()) {
                    String stem = FORM.matcher(key).replaceAll("");
                    for (long count = 0; count < 30; count++) {
                        String needed = stem + PluralForm.of(language, count).suffix();
                        if (!keys.contains(needed)) {
                            missing.add(language + " " + needed);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesPutInTheSameValues() {
        ResourceBundle russian = bundle(Language.RUSSIAN);
        for (String key : bundle(Language.ENGLISH).keySet()) {
            if (russian.containsKey(key)) {
                assertThat(values(russian.getString(key)))
                        .as(key)
                        .isEqualTo(values(bundle(Language.ENGLISH).getString(key)));
            }
        }
    }

    /** MessageFormat would swallow it and everything up to the next. */
    @Test
    void noTextHasAStraightApostrophe() {
        for (Language language : Language.values()) {
            ResourceBundle bundle = bundle(language);
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
        }
    }

    @Test
    void aTextFollowsTheLanguageAndItsValues() {
        SimpleStringProperty value = new SimpleStringProperty("5");
        StringBinding text = texts.of("unit.percent", value);
        assertThat(text.get()).isEqualTo("5\u00a0%");
        value.set("6");
        assertThat(text.get()).isEqualTo("6\u00a0%");
        StringBinding settings = texts.of("settings.title");
        texts.language().set(Language.RUSSIAN);
        assertThat(settings.get()).isEqualTo("Настройки");
    }

    @Test
    void amountsAreWrittenAsTheLanguageWritesNumbers() {
        Amounts amounts = texts.amounts();
        assertThat(plain(amounts.bytes(18_400_000))).isEqualTo("18.4 MB");
        assertThat(plain(amounts.duration(130))).isEqualTo("2 min 10 s");
        assertThat(plain(amounts.duration(3_725))).isEqualTo("1 h 02 min");
        assertThat(plain(amounts.percent(0.996))).as("not done is not 100 %").isEqualTo("99 %");
        assertThat(amounts.clock(3_723)).isEqualTo("1:02:03");
        texts.language().set(Language.RUSSIAN);
        assertThat(plain(amounts.bytes(18_400_000))).isEqualTo("18,4 МБ");
        assertThat(plain(amounts.bytes(999))).isEqualTo("999 Б");
        assertThat(plain(amounts.bitrate(2_500_000))).isEqualTo("2,5 Мбит/с");
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static Set<String> stems(Language language) {
        return bundle(language).keySet().stream()
                .map(key -> FORM.matcher(key).replaceAll(".#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "dev.slipway.desk.language.texts",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
