package dev.slipway.server.console;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What the console says, as its scripts take it. Values stand for themselves: <code>{0}</code> is a place for a value, an
 * apostrophe is an apostrophe.
 */
@Component
class ConsoleTexts {
    private static final String RUSSIAN = "ru";

    private final Map<String, String> english = read("/texts/console.properties");
    private final Map<String, String> russian = read("/texts/console_ru.properties");
    private final Map<String, Map<String, String>> toAuthors =
            Map.of("en", read("/texts/decisions.properties"), RUSSIAN, read("/texts/decisions_ru.properties"));

    /** By key. */
    Map<String, String> in(Locale locale) {
        return locale.getLanguage().equals(RUSSIAN) ? russian : english;
    }

    /**
     * JSON to stand within a script element: no {@code <} is left in it, which could end the element.
     *
     * @return {@code texts} by key, and {@code decisions}, sentences to authors, by language and key
     */
    String json(Locale locale) {
        return Json.STRICT
                .writeValueAsString(Map.of("texts", in(locale), "decisions", toAuthors))
                .replace("<", "\\u003c");
    }

    private static Map<String, String> read(String resource) {
        InputStream stream = Objects.requireNonNull(ConsoleTexts.class.getResourceAsStream(resource), resource);
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> byKey.put(key, texts.getProperty(key)));
        return Map.copyOf(byKey);
    }
}
