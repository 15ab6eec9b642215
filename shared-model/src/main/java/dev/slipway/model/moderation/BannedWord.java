package dev.slipway.model.moderation;

import java.util.Objects;

/**
 * A row of an operator's list.
 *
 * @param word as people write it
 * @param language ISO 639-1
 * @param category the rule that it breaks, such as {@code profanity}
 */
public record BannedWord(String word, String language, String category) {
    public BannedWord {
        Objects.requireNonNull(word, "a banned word is a word");
        Objects.requireNonNull(language, "a banned word is of a language");
        Objects.requireNonNull(category, "a banned word is of a category");
    }
}
