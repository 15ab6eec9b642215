package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.web3j.crypto.MnemonicUtils;

/** A BIP-39 phrase as people type it, or paste it from elsewhere. */
final class RecoveryPhrase {
    /** White space of any kind, what is not seen (a byte order mark, spaces of no width), commas and semicolons. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf},;]+");

    /** Such as "1.", "2)", "(3)" and "#4", with the word behind it or alone. */
    private static final Pattern NUMBERING = Pattern.compile("^[(\\[#]?\\d{1,2}[.):\\]-]*");

    private static final Set<Integer> LENGTHS = Set.of(12, 15, 18, 21, 24);
    private static final int MOST_WORDS = 24;
    private static final Set<String> KNOWN = new HashSet<>(MnemonicUtils.getWords());

    private RecoveryPhrase() {}

    /**
     * The words in small letters with one space between them; their checksum is right.
     *
     * @throws UnknownWords where words are not in the list
     * @throws DeskException {@code wallet-invalid} for another number of words, or another order
     */
    static String read(String text) {
        List<String> words = words(text);
        if (words.size() <= MOST_WORDS) {
            requireKnown(words);
        }
        if (!LENGTHS.contains(words.size())) {
            throw noPhrase("it has " + words.size() + " words, and such phrases have 12, 15, 18, 21 or 24.");
        }
        String phrase = String.join(" ", words);
        if (!MnemonicUtils.validateMnemonic(phrase)) {
            throw noPhrase("every word is one of BIP-39's, but the last one's checksum is wrong. Check the words and"
                    + " their order.");
        }
        return phrase;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain)
                .map(word -> NUMBERING.matcher(word).replaceFirst(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void requireKnown(List<String> words) {
        List<Integer> unknown = IntStream.range(0, words.size())
                .filter(i -> !KNOWN.contains(words.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownWords(unknown);
        }
    }

    private static DeskException noPhrase(String why) {
        return new DeskException(ProblemCode.WALLET_INVALID, "This is no recovery phrase: " + why);
    }
}
