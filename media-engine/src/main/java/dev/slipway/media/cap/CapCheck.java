package dev.slipway.media.cap;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.device.Rendition;
import dev.slipway.media.device.Restraint;
import dev.slipway.media.device.Roster;
import dev.slipway.media.ffmpeg.codec.VideoEncoding;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.VideoOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Weighs finished renditions against their caps and tells the roster what is to be made again with less. An encoder's
 * rate control keeps a target on most films and misses it on some, above all where a low rate meets busy pictures;
 * only what it made can say. What it decides follows from the sizes of all rounds, from the first on: a run that goes on
 * from an unfinished one weighs them again in the same order.
 */
public final class CapCheck {
    /** Of the cap; an encoder does not follow to the last bit. */
    private static final double AIM = 0.96;
    /** What cannot be had for less is not wanted for next to nothing. */
    private static final double LEAST_SHARE = 0.1;

    private final ChunkStore store;
    private final Timeline timeline;
    private final Roster roster;
    /** By the name under which the store has what was made first. */
    private final Map<ChunkId, Rounds> rounds = new HashMap<>();

    public CapCheck(ChunkStore store, Timeline timeline, Roster roster) {
        this.store = store;
        this.timeline = timeline;
        this.roster = roster;
    }

    /**
     * A film that costs too much.
     *
     * @param share of its cap that its dearest 10 s take, above 1
     * @param seconds how long it is: all of it counts where it is shorter than that
     */
    public record Excess(VideoOutput output, double share, double seconds) {}

    /**
     * Looks at all finished renditions. Of a chunk that costs too much and gets no smaller the cheapest round is taken.
     *
     * @param beforeChunk runs before each chunk is weighed, and may throw to stop
     * @return whether any of them is to be made again in parts
     */
    public boolean restrain(Runnable beforeChunk) throws IOException {
        boolean again = false;
        for (Rendition rendition : roster.renditions()) {
            Map<Long, Double> excess = spending(rendition, beforeChunk).excess();
            Restraint next = rendition.restraint();
            for (int chunk : chunks(excess.keySet())) {
                Rounds made = rounds(rendition, chunk);
                Map<Long, Double> less = tighter(rendition, made.shares(made.last()), excess);
                if (made.isOver() || less.equals(made.shares(made.last()))) {
                    next = next.with(chunk, made.cheapest(), made.shares(made.cheapest()));
                } else {
                    next = next.with(chunk, made.last() + 1, less);
                    again = true;
                }
            }
            roster.restrain(rendition.output(), next);
        }
        return again;
    }

    /**
     * What costs too much however often it was made again.
     *
     * @param beforeChunk as in {@link #restrain}
     */
    public List<Excess> excesses(Runnable beforeChunk) throws IOException {
        Map<String, Excess> excesses = new TreeMap<>();
        for (Rendition rendition : roster.renditions()) {
            double worst = spending(rendition, beforeChunk).worst();
            if (worst > 1) {
                VideoOutput output = rendition.output();
                double seconds = output.frames() / timeline.rate().toDouble();
                excesses.put(output.path(), new Excess(output, worst, seconds));
            }
        }
        return List.copyOf(excesses.values());
    }

    /**
     * The share of its usual rate with which something is made again.
     *
     * @param share with which it was made
     * @param excess what it cost then, in shares of what it may, above 1
     */
    public static double less(double share, double excess) {
        return Math.max(LEAST_SHARE, share * AIM / excess);
    }

    private Set<Integer> chunks(Set<Long> segments) {
        return segments.stream()
                .map(segment -> timeline.chunkOf(timeline.segmentStart(segment)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<Long, Double> tighter(Rendition rendition, Map<Long, Double> present, Map<Long, Double> excess) {
        Map<Long, Double> shares = new HashMap<>(present);
        shares.replaceAll((segment, share) -> excess.containsKey(segment) ? less(share, excess.get(segment)) : share);
        if (rendition.encoding().reach() == VideoEncoding.Reach.CHUNK) {
            double least = Collections.min(shares.values());
            shares.replaceAll((segment, share) -> least);
        }
        return shares;
    }

    private Rounds rounds(Rendition rendition, int chunk) {
        return rounds.computeIfAbsent(new ChunkId(rendition.chunks(), chunk), id -> new Rounds());
    }

    private Spending spending(Rendition rendition, Runnable beforeChunk) throws IOException {
        VideoOutput output = rendition.output();
        int[] sizes = new int[Math.toIntExact(output.frames())];
        int pictures = 0;
        int last = timeline.chunkOf(output.endFrame() - 1);
        for (int chunk = timeline.chunkOf(output.firstFrame()); chunk <= last; chunk++) {
            beforeChunk.run();
            long bytes = 0;
            try (ChunkReader reader = store.read(rendition.chunk(chunk))) {
                OptionalInt size = reader.skip();
                while (size.isPresent() && pictures < sizes.length) {
                    bytes += size.getAsInt();
                    sizes[pictures++] = size.getAsInt();
                    size = reader.skip();
                }
            }
            Restraint restraint = rendition.restraint();
            rounds(rendition, chunk)
                    .weighed(restraint.rounds(chunk), new Rounds.Round(shares(restraint, chunk), bytes));
        }
        return new Spending(timeline, output.bitrate(), output.firstFrame(), Arrays.copyOf(sizes, pictures));
    }

    private Map<Long, Double> shares(Restraint restraint, int chunk) {
        long first = timeline.segmentOf(timeline.chunkStart(chunk));
        long last = timeline.segmentOf(timeline.chunkEnd(chunk) - 1);
        return LongStream.rangeClosed(first, last)
                .boxed()
                .collect(Collectors.toMap(segment -> segment, restraint::share));
    }
}
