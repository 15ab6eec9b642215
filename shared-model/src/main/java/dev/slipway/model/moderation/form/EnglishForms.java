package dev.slipway.model.moderation.form;

import java.util.Locale;

/** Plurals, possessives and verb forms, by the spelling rules of English: a silent e goes, a last consonant may double. */
final class EnglishForms {
    private static final int SHORTEST = 3;
    private static final Node REGULAR = Paradigm.endings("_ s es ed ing ings in er ers");
    private static final Node AFTER_SILENT_E = Paradigm.endings("e es ed er ers ing ings in");
    private static final Node AFTER_CONSONANT_Y = Paradigm.endings("y ys ies ied ier iest ying");
    private static final Node AFTER_DOUBLED = Paradigm.endings("ed ing ings in er ers");

    private EnglishForms() {}

    static Paradigm of(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            return Paradigm.exact(word);
        }
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("e")) {
            return Paradigm.of(Paradigm.stem(stem, AFTER_SILENT_E));
        }
        if (word.endsWith("y") && isConsonant(stem.charAt(stem.length() - 1))) {
            return Paradigm.of(Paradigm.stem(stem, AFTER_CONSONANT_Y));
        }
        Paradigm.Stem regular = Paradigm.stem(word, REGULAR);
        char last = word.charAt(word.length() - 1);
        boolean mayDouble = isConsonant(last) && !isConsonant(stem.charAt(stem.length() - 1));
        return mayDouble ? Paradigm.of(regular, Paradigm.stem(word + last, AFTER_DOUBLED)) : Paradigm.of(regular);
    }

    private static boolean isConsonant(char letter) {
        return "aeiou".indexOf(letter) < 0;
    }
}
