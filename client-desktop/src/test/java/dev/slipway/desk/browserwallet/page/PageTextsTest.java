package dev.slipway.desk.browserwallet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page's script and the texts are in two files that no compiler holds together. */
class PageTextsTest {
    private static final Pattern SAID = Pattern.compile("say\\('([a-z.-]+)'");
    private static final Pattern SAID_IN_PARTS = Pattern.compile("say\\(`([a-z.-]+)\\$");

    private final Map<String, String> texts = new Texts(Language.ENGLISH).patternsBelow("browser-wallet.page.");

    @Test
    void everythingThatTheScriptSaysHasAText() throws IOException {
        Set<String> said = found(SAID);
        assertThat(said).as("the pattern finds them").hasSizeGreaterThan(25);
        assertThat(texts.keySet()).containsAll(said);
    }

    @Test
    void noTextIsThereForNothing() throws IOException {
        Set<String> said = found(SAID);
        Set<String> beginnings = found(SAID_IN_PARTS);
        assertThat(texts.keySet().stream()
                        .filter(key -> !said.contains(key) && !key.equals("title"))
                        .filter(key -> beginnings.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (InputStream script = PageFiles.class.getResourceAsStream("page.js")) {
            assertThat(script).isNotNull();
            return pattern.matcher(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
