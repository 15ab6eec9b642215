package dev.slipway.model.moderation.fold;

/**
 * A letter, digit or sign of a text, folded.
 *
 * @param letter lower case, without accents; a Latin or Cyrillic letter wherever what was written looks like one
 * @param start of what was written, in UTF-16 units
 * @param end of it, accents and invisible characters that follow included
 * @param isUpper whether it was a capital
 * @param gap what stands between this one and the one before
 */
public record Glyph(char letter, int start, int end, Kind kind, boolean isUpper, Gap gap) {
    /** What a glyph can be. */
    public enum Kind {
        LETTER,
        DIGIT,
        /** Stands in for a letter now and then. */
        SIGN
    }

    public boolean isLetter() {
        return kind == Kind.LETTER;
    }

    public boolean isCyrillic() {
        return letter >= '\u0400' && letter <= '\u04FF';
    }

    Glyph upTo(int newEnd) {
        return new Glyph(letter, start, newEnd, kind, isUpper, gap);
    }
}
