package dev.slipway.model.moderation.fold;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;

/**
 * What ICU knows of characters beyond plain Latin and Russian: NFKC_Casefold (Unicode 17, DerivedNormalizationProps) and
 * the prototypes of Unicode Technical Standard 39, section 4. Loaded with the first such character, not before.
 */
final class Confusables {
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder().build();

    /** Small capitals, a to z, that have no prototype; a space where there is none. */
    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ";

    /** Cyrillic letters of other languages than Russian, and what they are taken for. */
    private static final String FOREIGN = "ғѵқңүұһөәҳҡҥҗӏԍԏ";

    private static final String TAKEN_FOR = "fvkhyyhoexkhжlgt";

    private static final int FIRST_CIRCLED = 0x1F150;
    private static final int FIRST_SQUARED = 0x1F170;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LETTERS = 26;
    private static final int ROUNDS = 3;

    private Confusables() {}

    /**
     * @return letters, digits and signs that the character stands for, accents among them; itself where it is like nothing
     *     else
     */
    static String of(int codePoint) {
        return of(codePoint, ROUNDS);
    }

    /** What a prototype consists of may have prototypes itself. */
    private static String of(int codePoint, int rounds) {
        String once = once(codePoint);
        if (rounds == 0 || once.equals(Character.toString(codePoint))) {
            return once;
        }
        StringBuilder letters = new StringBuilder();
        once.codePoints()
                .forEach(point -> letters.append(
                        PlainLetters.isKnown(point) ? Character.toString(point) : of(point, rounds - 1)));
        return letters.toString();
    }

    private static String once(int codePoint) {
        int picture = picture(codePoint);
        if (picture > 0) {
            return Character.toString(picture);
        }
        String direct = prototype(codePoint);
        if (Character.isLetter(codePoint) && PlainLetters.isKnown(direct.codePointAt(0))) {
            return direct;
        }
        String folded = APART.normalize(COMPATIBLE.normalize(Character.toString(codePoint)));
        StringBuilder letters = new StringBuilder();
        folded.codePoints().forEach(point -> letters.append(prototype(point)));
        return letters.toString();
    }

    /** Letters in dark circles and squares and those of flags: Unicode has no compatibility form for them. */
    private static int picture(int codePoint) {
        for (int first : new int[] {FIRST_CIRCLED, FIRST_SQUARED, FIRST_REGIONAL}) {
            if (codePoint >= first && codePoint < first + LETTERS) {
                return 'a' + codePoint - first;
            }
        }
        return 0;
    }

    private static String prototype(int point) {
        int capital = SMALL_CAPITALS.indexOf(point);
        if (capital >= 0) {
            return Character.toString('a' + capital);
        }
        int foreign = FOREIGN.indexOf(point);
        if (foreign >= 0) {
            return TAKEN_FOR.substring(foreign, foreign + 1);
        }
        if (PlainLetters.isKnown(point)) {
            return Character.toString(point);
        }
        String small = SPOOFS.getSkeleton(Character.toString(point));
        if (PlainLetters.isKnown(Character.toLowerCase(small.codePointAt(0)))) {
            return small.toLowerCase(Locale.ROOT);
        }
        String large = SPOOFS.getSkeleton(Character.toString(Character.toUpperCase(point)));
        return PlainLetters.isKnown(Character.toLowerCase(large.codePointAt(0)))
                ? large.toLowerCase(Locale.ROOT)
                : Character.toString(point);
    }
}
