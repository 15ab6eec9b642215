package dev.slipway.model.moderation.form;

import java.util.Locale;

/**
 * Declension and conjugation guessed from how a Russian word ends (Zaliznyak's regular types, without stress): all endings
 * that the type has, and a few that only its neighbours have. Wrong guesses make forms that nobody writes.
 */
final class RussianForms {
    private static final int SHORTEST_STEM = 3;

    private static final String ADJECTIVE_ENDINGS =
            "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ою ею ей ое ее ые ие ых их ыми ими";
    private static final Node ADJECTIVE = Paradigm.endings(ADJECTIVE_ENDINGS + " _ а о ы и");
    private static final Node FEMININE_A = Paradigm.endings("а ы и е у ой ою ей ею _ ам ами ах");
    private static final Node FEMININE_YA = Paradigm.endings("я и е ю ей ею ёй ь й ям ями ях");
    private static final Node SOFT_SIGN = Paradigm.endings("ь и я е ю ью ем ём ей ям ями ях");
    private static final Node MASCULINE = Paradigm.endings("_ а у ом ем ём е ы и ов ев ей ам ами ах");
    private static final Node MASCULINE_WITHOUT_VOWEL = Paradigm.endings("а у ом ем ём е ы и ов ев ам ами ах");
    private static final Node MASCULINE_Y = Paradigm.endings("й я ю ем ём е и ев ёв ям ями ях");
    private static final Node NEUTER_O = Paradigm.endings("о а у ом е ам ами ах _");
    private static final Node NEUTER_E = Paradigm.endings("е я ю ем и й ям ями ях ь");

    private static final String PARTICIPLES = Paradigm.cross("вш ющ ем нн", ADJECTIVE_ENDINGS);
    private static final String PAST = "л ла ло ли в вши н на но ны";
    private static final String PERSONAL = "у ю ешь ёшь ишь ет ёт ит ем ём им ете ёте ите ут ют ат ят и ите";

    /** After the vowel of the infinitive. */
    private static final Node VERB =
            Paradigm.endings(Paradigm.cross("ть ю ешь ет ем ете ют й йте я " + PAST + " " + PARTICIPLES, "_ ся сь"));

    /** In place of that vowel. */
    private static final Node VERB_PERSONAL = Paradigm.endings(Paradigm.cross(
            PERSONAL + " " + Paradigm.cross("енн анн ущ ющ ящ ащ", ADJECTIVE_ENDINGS) + " ен ена ено ены", "_ ся сь"));

    private RussianForms() {}

    static Paradigm of(String written) {
        String word = written.toLowerCase(Locale.ROOT).replace('ё', 'е');
        if (word.endsWith("ться") || word.endsWith("тись")) {
            return of(word.substring(0, word.length() - 2));
        }
        if (endsWithAny(word, "ать", "ять", "ить", "еть", "уть", "ыть") && word.length() > SHORTEST_STEM + 1) {
            return verb(word.substring(0, word.length() - 2), word.substring(0, word.length() - 3));
        }
        if (endsWithAny(word, "ый", "ий", "ой") && word.length() > SHORTEST_STEM + 1) {
            return Paradigm.of(Paradigm.stem(cut(word, 2), ADJECTIVE));
        }
        if (word.endsWith("ая") && word.length() > SHORTEST_STEM + 1) {
            return Paradigm.of(Paradigm.stem(cut(word, 2), ADJECTIVE));
        }
        return noun(word);
    }

    /** @param base with the vowel of the infinitive */
    private static Paradigm verb(String base, String bare) {
        boolean isFirstConjugation = base.endsWith("а") || base.endsWith("я");
        boolean isShort = bare.length() <= SHORTEST_STEM;
        return isFirstConjugation && !isShort
                ? Paradigm.verb(Paradigm.stem(base, VERB))
                : Paradigm.verb(Paradigm.stem(base, VERB), Paradigm.stem(bare, VERB_PERSONAL));
    }

    private static Paradigm noun(String word) {
        String stem = cut(word, 1);
        char last = word.charAt(word.length() - 1);
        if (last == 'й' && stem.length() >= SHORTEST_STEM - 1) {
            return Paradigm.of(Paradigm.stem(stem, MASCULINE_Y));
        }
        boolean isLong = stem.length() >= SHORTEST_STEM;
        return switch (last) {
            case 'а' -> isLong ? Paradigm.of(Paradigm.stem(stem, FEMININE_A), fleeting(stem)) : Paradigm.exact(word);
            case 'я' -> isLong ? Paradigm.of(Paradigm.stem(stem, FEMININE_YA)) : Paradigm.exact(word);
            case 'ь' -> isLong ? Paradigm.of(Paradigm.stem(stem, SOFT_SIGN)) : Paradigm.exact(word);
            case 'о' -> isLong && !endsWithAny(word, "ино", "рно") ? neuter(stem) : Paradigm.exact(word);
            case 'е' -> isLong ? Paradigm.of(Paradigm.stem(stem, NEUTER_E)) : Paradigm.exact(word);
            case 'и', 'ы', 'у', 'ю', 'э' -> Paradigm.exact(word);
            default -> masculine(word);
        };
    }

    private static Paradigm neuter(String stem) {
        return Paradigm.of(Paradigm.stem(stem, NEUTER_O));
    }

    /** Genitives of the plural such as "сучек" of "сучка". */
    private static Paradigm.Stem fleeting(String stem) {
        String before = cut(stem, 1);
        boolean isPair =
                stem.endsWith("к") && !before.isEmpty() && "аеиоуыэюя".indexOf(before.charAt(before.length() - 1)) < 0;
        return Paradigm.stem(isPair ? before + "ек" : stem, Paradigm.endings("_"));
    }

    /** "ублюдок" loses its vowel in all other forms, "хохол" too. */
    private static Paradigm masculine(String word) {
        if (word.length() < SHORTEST_STEM) {
            return Paradigm.exact(word);
        }
        Paradigm.Stem whole = Paradigm.stem(word, MASCULINE);
        if (endsWithAny(word, "ок", "ек", "ец", "ол", "ел") && word.length() > SHORTEST_STEM) {
            String without = cut(word, 2) + word.charAt(word.length() - 1);
            return Paradigm.of(whole, Paradigm.stem(without, MASCULINE_WITHOUT_VOWEL));
        }
        return Paradigm.of(whole);
    }

    private static boolean endsWithAny(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
