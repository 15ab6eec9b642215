package dev.slipway.model.text;

import java.util.regex.Pattern;

/**
 * Text without tricks: nothing in it that makes it look like another, and no blanks that pass for letters. The joiners that
 * scripts and emoji need are no tricks.
 */
public final class PlainText {
    /**
     * Control, unassigned, surrogate and private characters; separators of lines and paragraphs; what turns the direction of
     * text; fillers that are letters or signs by their category and that nobody sees.
     */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}"
            + "\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

    private static final Pattern SEEN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private PlainText() {}

    /** Whether there is anything in it to be seen, beside what {@link #isOneLine} forbids. */
    public static boolean isSeen(String text) {
        return SEEN.matcher(FORBIDDEN.matcher(text).replaceAll("")).find();
    }

    /** For a screen: what is forbidden, such as in the name of a file that anybody may have chosen, is shown as a sign. */
    public static String shown(String text) {
        return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
    }

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
