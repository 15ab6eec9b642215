package dev.slipway.model.text;

import java.util.regex.Pattern;

/** Text without tricks: nothing in it that is not seen, or that makes it look like another. */
public final class PlainText {
    /** Control, unassigned, surrogate and private characters, and the bidirectional overrides that disguise text. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}\u202A-\u202E\u2066-\u2069]");

    private PlainText() {}

    public static boolean isOneLine(String text) {
        return !FORBIDDEN.matcher(text).find();
    }

    /** One line or several, parted by line feeds. */
    public static boolean isLines(String text) {
        return isOneLine(text.replace("\n", ""));
    }

    /** In code points, near to what a person counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
