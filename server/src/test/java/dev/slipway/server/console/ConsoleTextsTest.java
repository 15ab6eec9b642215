package dev.slipway.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleTextsTest {
    private static final Path SCRIPTS = Path.of("src", "main", "resources", "static", "assets", "moderation");
    private static final Pattern SAID = Pattern.compile("\\bsay\\('([a-z-]+(?:\\.[A-Za-z-]+)*)'");
    private static final Pattern KEY = Pattern.compile("say: '([a-z-]+(?:\\.[a-z-]+)*)'");
    private static final Pattern COUNTED = Pattern.compile("\\bcounted\\('([a-z.-]+)'");
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    private final ConsoleTexts texts = new ConsoleTexts();
    private final Map<String, String> english = texts.in(Locale.ENGLISH);
    private final Map<String, String> russian = texts.in(Locale.of("ru"));

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(stems(russian)).isEqualTo(stems(english));
        russian.forEach((key, text) -> {
            String other = english.get(key);
            if (other != null) {
                assertThat(places(other)).as(key).isEqualTo(places(text));
            }
        });
    }

    @Test
    void everyCountedTextHasAllFormsOfItsLanguage() throws IOException {
        assertThat(used(COUNTED)).isNotEmpty().allSatisfy(stem -> {
            assertThat(english).containsKeys(stem + ".one", stem + ".other");
            assertThat(russian).containsKeys(stem + ".one", stem + ".few", stem + ".many");
        });
    }

    @Test
    void whatTheScriptsSayHasWords() throws IOException {
        assertThat(used(SAID)).hasSizeGreaterThan(80);
        assertThat(english.keySet()).containsAll(used(SAID)).containsAll(used(KEY));
    }

    @Test
    void authorsAreWrittenToInBothLanguages() {
        String json = texts.json(Locale.ENGLISH);

        assertThat(json).contains("advertises gambling").contains("рекламирует азартные игры");
    }

    @Test
    void nothingInTheTextsCanEndTheirElement() {
        assertThat(texts.json(Locale.ENGLISH)).doesNotContain("<");
        assertThat(texts.json(Locale.of("ru"))).doesNotContain("<");
    }

    private static Set<String> used(Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            for (Path script :
                    scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
                pattern.matcher(Files.readString(script)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private static Set<String> stems(Map<String, String> texts) {
        return texts.keySet().stream()
                .map(key -> key.replaceFirst("\\.(one|few|many|other)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
