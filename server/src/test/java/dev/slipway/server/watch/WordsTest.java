package dev.slipway.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Words ENGLISH = new Words(new PageConfiguration().messageSource(), Locale.ENGLISH);
    private static final Words RUSSIAN = new Words(new PageConfiguration().messageSource(), Locale.of("ru"));

    @ParameterizedTest
    @CsvSource({
        "PT10S, just now, только что",
        "PT1M, 1 minute ago, 1 минуту назад",
        "PT3M, 3 minutes ago, 3 минуты назад",
        "PT11M, 11 minutes ago, 11 минут назад",
        "PT21M, 21 minutes ago, 21 минуту назад",
        "PT1H, 1 hour ago, 1 час назад",
        "PT22H, 22 hours ago, 22 часа назад",
        "P5D, 5 days ago, 5 дней назад",
        "P61D, 2 months ago, 2 месяца назад",
        "P1830D, 5 years ago, 5 лет назад",
        "PT-5M, just now, только что"
    })
    void agesAreCountedInTheFormsOfEachLanguage(Duration age, String english, String russian) {
        assertThat(ENGLISH.age(NOW.minus(age), NOW)).isEqualTo(english);
        assertThat(RUSSIAN.age(NOW.minus(age), NOW)).isEqualTo(russian);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B, 0 Б",
        "999, 999 B, 999 Б",
        "18400000, 18.4 MB, '18,4 МБ'",
        "999949, 999.9 kB, '999,9 кБ'",
        "999950, 1 MB, 1 МБ",
        "5000000000000, '5,000 GB', '5\u00A0000 ГБ'"
    })
    void sizesAreInDecimalUnits(long bytes, String english, String russian) {
        assertThat(ENGLISH.size(bytes)).isEqualTo(english);
        assertThat(RUSSIAN.size(bytes)).isEqualTo(russian);
    }

    @ParameterizedTest
    @CsvSource({
        "400000, 0:00, 0 s, 0 с",
        "9500000, 0:10, 10 s, 10 с",
        "130000000, 2:10, 2 min 10 s, 2 мин 10 с",
        "3723000000, 1:02:03, 1 h 2 min, 1 ч 2 мин"
    })
    void lengthsAreShownAsAClockAndSaidInWords(long micros, String clock, String english, String russian) {
        assertThat(ENGLISH.clock(micros)).isEqualTo(clock);
        assertThat(ENGLISH.lengthInWords(micros)).isEqualTo(english);
        assertThat(RUSSIAN.lengthInWords(micros)).isEqualTo(russian);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(withoutPluralForms("/texts/pages_ru.properties"))
                .isEqualTo(withoutPluralForms("/texts/pages.properties"));
    }

    @Test
    void everyCountedTextHasAllFormsOfItsLanguage() throws IOException {
        Set<String> russian = keys("/texts/pages_ru.properties");
        for (String key : russian) {
            if (key.endsWith(".one")) {
                String stem = key.substring(0, key.length() - ".one".length());
                assertThat(russian).contains(stem + ".few", stem + ".many");
            }
        }
    }

    private static Set<String> withoutPluralForms(String resource) throws IOException {
        Set<String> stems = new TreeSet<>();
        for (String key : keys(resource)) {
            stems.add(key.replaceFirst("\\.(one|few|many|other)$", ""));
        }
        return stems;
    }

    private static Set<String> keys(String resource) throws IOException {
        Properties texts = new Properties();
        InputStream stream = Objects.requireNonNull(WordsTest.class.getResourceAsStream(resource), resource);
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames();
    }
}
