package dev.slipway.model.moderation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of an operator's list.
 *
 * @param word one word or several, as people write them; a {@code *} at a word's end stands for any ending. Without it the
 *     word's inflected forms are meant as well.
 * @param language ISO 639; says how the word is inflected
 * @param category the rule that it breaks, such as {@code profanity}
 * @param severity absent in lists of before there was one; then texts with it are refused
 */
public record BannedWord(
        String word,
        String language,
        String category,
        @Nullable Severity severity) {
    public BannedWord {
        Objects.requireNonNull(word, "a banned word is a word");
        Objects.requireNonNull(language, "a banned word is of a language");
        Objects.requireNonNull(category, "a banned word is of a category");
        severity = severity == null ? Severity.REFUSE : severity;
    }

    @Override
    public Severity severity() {
        return Objects.requireNonNull(severity);
    }
}
