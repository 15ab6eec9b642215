package dev.slipway.model.moderation.scan;

import dev.slipway.model.moderation.form.Lexeme;

/**
 * A listed word in a stretch of glyphs.
 *
 * @param from first glyph
 * @param to one beyond the last glyph
 */
public record Match(int from, int to, Lexeme lexeme) {
    boolean isWhole() {
        return lexeme.parts() == 1;
    }
}
