package dev.slipway.desk.ethereum;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A recovery phrase with words that BIP-39 does not have. It tells their places and never the words. */
public final class UnknownWords extends DeskException {
    private static final long serialVersionUID = 1L;

    private final int[] places;

    /** @param places counted from 1 */
    public UnknownWords(List<Integer> places) {
        super(
                ProblemCode.WALLET_INVALID,
                "This is no recovery phrase: BIP-39's English list does not have what is in "
                        + (places.size() == 1 ? "place " : "the places ") + joined(places)
                        + ". Check the spelling.");
        this.places = places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Counted from 1. */
    public List<Integer> places() {
        return Arrays.stream(places).boxed().toList();
    }

    /** For a sentence. */
    public static String joined(List<Integer> places) {
        return places.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
