package dev.slipway.desk.language;

import java.util.Locale;

/** The categories of whole numbers in English and Russian as CLDR 48 has them. */
enum PluralForm {
    ONE,
    FEW,
    MANY,
    OTHER;

    static PluralForm of(Language language, long count) {
        return switch (language) {
            case ENGLISH -> count == 1 ? ONE : OTHER;
            case RUSSIAN -> russian(Math.abs(count));
        };
    }

    private static PluralForm russian(long count) {
        long last = count % 10;
        long lastTwo = count % 100;
        if (last == 1 && lastTwo != 11) {
            return ONE;
        }
        return last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? FEW : MANY;
    }

    /** How a key of the bundles ends. */
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
