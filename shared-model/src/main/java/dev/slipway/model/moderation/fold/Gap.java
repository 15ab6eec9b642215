package dev.slipway.model.moderation.fold;

/**
 * Spaces, punctuation and pictures between two glyphs.
 *
 * @param length in code points; 0 where two glyphs touch
 * @param hasSpace whether any of it is white space
 * @param hasComma whether any of it is a comma or a semicolon, as in lists
 */
public record Gap(int length, boolean hasSpace, boolean hasComma) {
    public static final Gap NONE = new Gap(0, false, false);

    public boolean isNone() {
        return length == 0;
    }

    /** As between the letters of "f.u.c.k". */
    public boolean isOneSign() {
        return length == 1 && !hasSpace && !hasComma;
    }

    public boolean isOneSpace() {
        return length == 1 && hasSpace;
    }

    Gap and(int codePoint) {
        return new Gap(
                length + 1,
                hasSpace || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint),
                hasComma || codePoint == ',' || codePoint == ';');
    }
}
