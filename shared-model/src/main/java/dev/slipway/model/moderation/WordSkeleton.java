package dev.slipway.model.moderation;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of a word once the tricks that disguise it are undone, in the spirit of the skeletons of Unicode
 * Technical Standard 39: compatibility forms (NFKC), case, accents, letters of the other alphabet that look the same,
 * digits and signs in place of letters, and letters repeated for length. Two words are compared by their skeletons; a
 * skeleton is no word itself.
 */
final class WordSkeleton {
    /** A stretch of text that may be a word, with the signs that stand in for letters. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}\\p{M}@$!|]+");

    private static final Pattern SIGNS = Pattern.compile("[@$!|]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern STRETCHED = Pattern.compile("(.)\\1{2,}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** Cyrillic and Greek small letters that look like Latin ones. */
    private static final Map<Integer, Character> LOOKALIKES =
            lookalikes("аеорсухкмтніјѕһԁԛԝαοριν", "aeopcyxkmthijshdqwaopiv");

    /** Used only within words that also have a letter, so that numbers stay numbers. */
    private static final Map<Integer, Character> STAND_INS = lookalikes("013457@$!|", "oieastasii");

    private WordSkeleton() {}

    /** The skeletons of all words of a text, each with the word as it was written. */
    static Map<String, String> of(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        Matcher tokens = TOKEN.matcher(visible);
        while (tokens.find()) {
            for (String candidate : candidates(tokens.group())) {
                words.putIfAbsent(ofWord(candidate), candidate);
            }
        }
        words.remove("");
        return words;
    }

    /** "$hit!" may be one word with signs for letters, or words between signs. */
    private static Set<String> candidates(String token) {
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(token);
        int from = 0;
        Matcher signs = SIGNS.matcher(token);
        while (signs.find()) {
            candidates.add(token.substring(from, signs.start()));
            candidates.add(token.substring(0, signs.start()));
            from = signs.end();
        }
        candidates.add(token.substring(from));
        return candidates;
    }

    static String ofWord(String word) {
        String small = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD))
                .replaceAll("");
        boolean hasLetter = LETTER.matcher(bare).find();
        StringBuilder skeleton = new StringBuilder(bare.length());
        bare.codePoints().forEach(point -> {
            int letter = hasLetter && STAND_INS.containsKey(point) ? STAND_INS.get(point) : point;
            Character same = LOOKALIKES.get(letter);
            skeleton.appendCodePoint(same == null ? letter : same);
        });
        return STRETCHED.matcher(skeleton).replaceAll("$1");
    }

    private static Map<Integer, Character> lookalikes(String from, String to) {
        Map<Integer, Character> map = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            map.put((int) from.charAt(i), to.charAt(i));
        }
        return Map.copyOf(map);
    }
}
