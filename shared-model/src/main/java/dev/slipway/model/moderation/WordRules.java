package dev.slipway.model.moderation;

import dev.slipway.model.moderation.fold.Glyphs;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a row of a list may be. Lengths in UTF-16 units. */
public final class WordRules {
    public static final int MAX_WORD = 60;
    public static final int MAX_ROWS = 5_000;

    /** Of a text that is checked by itself. */
    public static final int MAX_TEXT = 100_000;

    /** Letters before a star: fewer would be half the dictionary. */
    private static final int LEAST_BEFORE_STAR = 3;

    private static final int LEAST_LETTERS = 2;
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’-]+\\*?( [\\p{L}\\p{M}\\p{Nd}'’-]+\\*?){0,7}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z-]{0,19}");

    private WordRules() {}

    /** As a word is kept: NFC, lower case, single spaces. */
    public static String normal(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /**
     * @param word as {@link #normal} gives it
     * @return what is wrong with it
     */
    public static Optional<String> check(String language, String word) {
        if (!LANGUAGE.matcher(language).matches()) {
            return Optional.of("a language is two or three small Latin letters (ISO 639), such as \"ru\"");
        }
        if (word.length() > MAX_WORD || !WORD.matcher(word).matches()) {
            return Optional.of(
                    "a word is 1 to " + MAX_WORD + " letters, digits, hyphens and apostrophes, or up to eight such"
                            + " words with spaces between them; each may end with a *");
        }
        if (Glyphs.letters(word).length() < LEAST_LETTERS) {
            return Optional.of("a word has at least " + LEAST_LETTERS + " letters");
        }
        for (String part : word.split(" ", -1)) {
            if (part.endsWith("*") && Glyphs.letters(part).length() < LEAST_BEFORE_STAR) {
                return Optional.of("at least " + LEAST_BEFORE_STAR + " letters stand before a *");
            }
        }
        return Optional.empty();
    }

    /** @return what is wrong with it */
    public static Optional<String> checkCategory(String category) {
        return CATEGORY.matcher(category).matches()
                ? Optional.empty()
                : Optional.of("a category is 1 to 20 small Latin letters and hyphens, such as \"profanity\"");
    }
}
