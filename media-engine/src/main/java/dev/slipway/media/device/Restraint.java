package dev.slipway.media.device;

import dev.slipway.media.chunk.ChunkId;
import java.util.HashMap;
import java.util.Map;

/**
 * How much less than usual a rendition may spend where it cost more than its cap. It follows from the sizes of what was
 * made before, so that a run that goes on from an unfinished one comes to the very same.
 *
 * @param rounds which making of each chunk counts, 0 for the first, by its index; those not in it are as they were
 *     made first
 * @param shares of the usual rate, by the segment's number; those not in it have all of it
 */
public record Restraint(Map<Integer, Integer> rounds, Map<Long, Double> shares) {
    public static final Restraint NONE = new Restraint(Map.of(), Map.of());

    public Restraint {
        rounds = Map.copyOf(rounds);
        shares = Map.copyOf(shares);
    }

    public int rounds(int chunk) {
        return rounds.getOrDefault(chunk, 0);
    }

    public double share(long segment) {
        return shares.getOrDefault(segment, 1.0);
    }

    /** The same but for a chunk. */
    public Restraint with(int chunk, int round, Map<Long, Double> sharesOfIt) {
        Map<Integer, Integer> otherRounds = new HashMap<>(rounds);
        Map<Long, Double> otherShares = new HashMap<>(shares);
        otherRounds.put(chunk, round);
        otherShares.putAll(sharesOfIt);
        return new Restraint(otherRounds, otherShares);
    }

    /** What was made before stays in the store beside what is made again. */
    ChunkId chunk(String name, int chunk) {
        int round = rounds(chunk);
        return new ChunkId(round == 0 ? name : name + ".again" + round, chunk);
    }
}
