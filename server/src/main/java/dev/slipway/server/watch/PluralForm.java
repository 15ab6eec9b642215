package dev.slipway.server.watch;

import java.util.Locale;

/** The form of a counted noun, by the cardinal rules of Unicode CLDR for the languages of the pages. */
enum PluralForm {
    ONE,
    FEW,
    MANY,
    OTHER;

    /** @param count a whole number, not negative */
    static PluralForm of(long count, Locale locale) {
        return locale.getLanguage().equals("ru") ? russian(count) : english(count);
    }

    /** The ending of the text's key. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static PluralForm english(long count) {
        return count == 1 ? ONE : OTHER;
    }

    private static PluralForm russian(long count) {
        long units = count % 10;
        boolean teens = count % 100 / 10 == 1;
        if (units == 1 && !teens) {
            return ONE;
        }
        return units >= 2 && units <= 4 && !teens ? FEW : MANY;
    }
}
