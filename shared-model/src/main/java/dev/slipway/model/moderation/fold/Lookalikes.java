package dev.slipway.model.moderation.fold;

import java.util.HashMap;
import java.util.Map;

/**
 * The letters that a glyph may be read as. Those that look alike count always; those that are only taken for one another
 * (by sound or from afar) count in words that are disguised anyway: of two alphabets, or with digits or signs within.
 */
public final class Lookalikes {
    /** Letters that look the same in small or in capitals (UTS 39 has the pairs by capitals apart). */
    private static final Map<Character, String> ALIKE = new HashMap<>();

    private static final Map<Character, String> TAKEN_FOR = new HashMap<>();

    static {
        both("аеорсухкмтнвіјѕ", "aeopcyxkmthbijs");
        pairs(ALIKE, "3з 3e 4ч 4a 0о 0o 6б 6b 1и 1i 1l 1л 5s 7t 8b 9g 9q 5с");
        pairs(ALIKE, "@а @a $s $с !i !и |i |l |л +t +т (c (с <c <с €e €е £l £e ¢c ¢с ¥y ¥у §s ©c ©с vu іи");
        pairs(
                TAKEN_FOR,
                "uи uу vв yу yи iи iі nп nи nн rг rя rр gд gг bь bб bв wш pп dд lл zз sс fф vв cц mм tт kк jй eё hх 3э");
        pairs(TAKEN_FOR, "пn гr дd дg лl зz фf бb ьb вv шw иu иi иn уu яr нn рr сs цc тt вb ыbi чh цu ч4");
    }

    private Lookalikes() {}

    /**
     * @param isDisguised whether the word mixes alphabets, or has digits or signs among its letters
     * @return the letter itself first
     */
    public static String readings(Glyph glyph, boolean isDisguised) {
        char letter = withoutBreve(glyph.letter());
        String alike = letter + ALIKE.getOrDefault(letter, "");
        return isDisguised ? alike + TAKEN_FOR.getOrDefault(letter, "") : alike;
    }

    /** People leave the breve of й out. */
    static char withoutBreve(char letter) {
        return letter == 'й' ? 'и' : letter;
    }

    /** Whether the glyph may also stand for nothing at all, as the bars in "f|u|c|k". */
    public static boolean mayBeNothing(Glyph glyph) {
        return glyph.kind() == Glyph.Kind.SIGN && "*|+!'’ʼ".indexOf(glyph.letter()) >= 0;
    }

    /** Whether the glyph hides a vowel, as the star in "f*ck". */
    public static boolean hidesVowel(Glyph glyph) {
        return glyph.letter() == '*';
    }

    private static void both(String cyrillic, String latin) {
        for (int i = 0; i < cyrillic.length(); i++) {
            ALIKE.merge(cyrillic.charAt(i), latin.substring(i, i + 1), String::concat);
            ALIKE.merge(latin.charAt(i), cyrillic.substring(i, i + 1), String::concat);
        }
    }

    /** Each is a glyph and what it may be. */
    private static void pairs(Map<Character, String> into, String pairs) {
        for (String pair : pairs.split(" ", -1)) {
            into.merge(pair.charAt(0), pair.substring(1), String::concat);
        }
    }
}
