package dev.slipway.media.still;

import dev.slipway.media.still.KeptPosters.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses a few pictures that are good and lie apart. */
final class CandidateChoice {
    /** Of the best one's score: what is below is dark, blurred or in a fade. */
    private static final double GOOD_ENOUGH = 0.25;

    private CandidateChoice() {}

    /**
     * Best first; fewer where the film has no more good ones.
     *
     * @param frames length of the film; neighbours are half an even share of it apart, or less where that leaves too few
     * @param nearest the least distance of two, in pictures
     */
    static List<Scored> best(List<Scored> kept, int wanted, long frames, long nearest) {
        List<Scored> ranked = kept.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::frame))
                .toList();
        double bar = ranked.isEmpty() ? 0 : ranked.getFirst().score() * GOOD_ENOUGH;
        List<Scored> good =
                ranked.stream().filter(picture -> picture.score() >= bar).toList();
        long distance = Math.max(nearest, frames / (2L * wanted));
        List<Scored> chosen = apart(good, wanted, distance);
        while (chosen.size() < Math.min(wanted, good.size()) && distance > nearest) {
            distance = Math.max(nearest, distance / 2);
            chosen = apart(good, wanted, distance);
        }
        return chosen;
    }

    private static List<Scored> apart(List<Scored> ranked, int wanted, long distance) {
        List<Scored> chosen = new ArrayList<>();
        for (Scored picture : ranked) {
            boolean lonely = chosen.stream().allMatch(other -> Math.abs(other.frame() - picture.frame()) >= distance);
            if (chosen.size() < wanted && lonely) {
                chosen.add(picture);
            }
        }
        return chosen;
    }
}
