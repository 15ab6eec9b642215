package dev.slipway.model.moderation.fold;

/** The letters that lists are written with: ASCII and the Cyrillic block up to U+045F. Needs no tables of ICU. */
final class PlainLetters {
    private static final String ACCENTED = "ёѐѝїўѓќъ";
    private static final String BARE = "ееиіугкь";

    private PlainLetters() {}

    static boolean isKnown(int codePoint) {
        return codePoint < 0x80 && Character.isLetterOrDigit(codePoint) || codePoint >= 0x400 && codePoint <= 0x45F;
    }

    /** @return in lower case and without its accent; the hard sign is the soft one, which people write in its place */
    static char bare(int codePoint) {
        int small = Character.toLowerCase(codePoint);
        int accented = ACCENTED.indexOf(small);
        return accented >= 0 ? BARE.charAt(accented) : (char) small;
    }
}
