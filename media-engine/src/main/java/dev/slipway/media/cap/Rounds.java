package dev.slipway.media.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one chunk came to when it was made first, and each time that it was made again. */
final class Rounds {
    /** How often a chunk may be made again. */
    static final int MOST = 6;

    /** An encoder may miss a lower rate by more than a higher one, but not twice in a row if there is anything to save. */
    private static final int PATIENCE = 2;

    private final List<Round> rounds = new ArrayList<>();

    /**
     * One of them.
     *
     * @param shares of the usual rate, by the numbers of all of the chunk's segments
     * @param bytes what its pictures took
     */
    record Round(Map<Long, Double> shares, long bytes) {
        Round {
            shares = Map.copyOf(shares);
        }
    }

    /** Chunks are weighed more often than they are made: what is known is passed over. */
    void weighed(int number, Round round) {
        if (number == rounds.size()) {
            rounds.add(round);
        }
    }

    /** The number of the last one that was weighed. */
    int last() {
        return rounds.size() - 1;
    }

    /** The number of the one that took the fewest bytes, the first of several. */
    int cheapest() {
        int cheapest = 0;
        for (int number = 1; number < rounds.size(); number++) {
            if (rounds.get(number).bytes() < rounds.get(cheapest).bytes()) {
                cheapest = number;
            }
        }
        return cheapest;
    }

    Map<Long, Double> shares(int number) {
        return rounds.get(number).shares();
    }

    /** Whether the chunk does not get any smaller, or has had all its rounds. */
    boolean isOver() {
        int since = last() - cheapest();
        // To the byte the same with less: the encoder is at its worst quantizer.
        boolean isSame =
                since > 0 && rounds.getLast().bytes() == rounds.get(cheapest()).bytes();
        return isSame || since >= PATIENCE || last() >= MOST;
    }
}
