package dev.slipway.model.moderation;

import java.util.Objects;

/**
 * An exception: a word or a phrase that is never a hit as it stands, in whatever capitals; its disguises and its other forms
 * still are.
 *
 * @param word as people write it; a {@code *} at a word's end stands for any ending
 * @param language ISO 639
 */
public record AllowedWord(String word, String language) {
    public AllowedWord {
        Objects.requireNonNull(word, "an exception is a word");
        Objects.requireNonNull(language, "an exception is of a language");
    }
}
