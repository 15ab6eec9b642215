package dev.slipway.desk.wallet.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The words of a new wallet while a person writes them down. They are strings because they are on the screen; the wallet
 * is saved once some of them were given back.
 *
 * @param asked which words are wanted back, counted from 0, in their order
 */
record Backup(List<String> words, List<Integer> asked) {
    static final int ASKED = 3;

    static Backup of(String phrase, RandomGenerator random) {
        List<String> words = List.of(phrase.split(" "));
        return new Backup(words, List.of()).askingAnew(random);
    }

    /** The same words, but none of the places that were asked for last: who saw them again cannot give back just those. */
    Backup askingAnew(RandomGenerator random) {
        List<Integer> others = random.ints(0, words.size())
                .distinct()
                .boxed()
                .filter(place -> !asked.contains(place))
                .limit(ASKED)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new Backup(words, others);
    }

    /** @param given in the order in which they were asked for; spaces and capitals do not matter */
    boolean matches(List<String> given) {
        return given.size() == asked.size()
                && IntStream.range(0, given.size())
                        .allMatch(i ->
                                given.get(i).strip().toLowerCase(Locale.ROOT).equals(words.get(asked.get(i))));
    }

    /** The words stay out of every log. */
    @Override
    public String toString() {
        return "Backup[hidden]";
    }
}
