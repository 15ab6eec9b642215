package dev.slipway.desk.library;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody looks for: each word of it, anywhere, in any case, with accents or without and however they are written. */
record SearchedWords(List<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static SearchedWords of(String typed) {
        return new SearchedWords(Stream.of(folded(typed).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** Whether each word is in one of the texts; with no word at all, all is found. */
    boolean areIn(Stream<String> texts) {
        List<String> folded = texts.map(SearchedWords::folded).toList();
        return words.stream().allMatch(word -> folded.stream().anyMatch(text -> text.contains(word)));
    }

    private static String folded(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
