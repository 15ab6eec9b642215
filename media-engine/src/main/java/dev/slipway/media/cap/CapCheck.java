package dev.slipway.media.cap;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Weighs finished renditions against their caps and tells the roster what is to be made again with less. An encoder's
 * rate control keeps a target on most films and misses it on some, above all where a low rate meets busy pictures;
 * only what it made can say.
 */
public final class CapCheck {
    /** How often a chunk may be made again. */
    private static final int MOST_ROUNDS = 6;
    /** Of the cap; an encoder does not follow to the last bit. */
    private static final double AIM = 0.96;
    /** What cannot be had for less is not wanted for next to nothing. */
    private static final double LEAST_SHARE = 0.1;

    private final ChunkStore store;
    private final Timeline timeline;
    private final Roster roster;

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
     * Looks at all finished renditions.
     *
     * @param beforeChunk runs before each chunk is weighed, and may throw to stop
     * @return whether any of them is to be made again in parts
     */
    public boolean restrain(Runnable beforeChunk) throws IOException {
        boolean restrained = false;
        for (Rendition rendition : roster.renditions()) {
            Restraint next = tighter(rendition, beforeChunk);
            if (!next.equals(rendition.restraint())) {
                roster.restrain(rendition.output(), next);
                restrained = true;
            }
        }
        return restrained;
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

    private Restraint tighter(Rendition rendition, Runnable beforeChunk) throws IOException {
        Restraint present = rendition.restraint();
        Map<Integer, Integer> rounds = new HashMap<>(present.rounds());
        Map<Long, Double> shares = new HashMap<>(present.shares());
        spending(rendition, beforeChunk).excess().forEach((segment, excess) -> {
            int chunk = timeline.chunkOf(timeline.segmentStart(segment));
            if (present.rounds(chunk) < MOST_ROUNDS) {
                rounds.put(chunk, present.rounds(chunk) + 1);
                shares.put(segment, Math.max(LEAST_SHARE, present.share(segment) * AIM / excess));
            }
        });
        if (rendition.encoding().reach() == VideoEncoding.Reach.CHUNK) {
            rounds.keySet().forEach(chunk -> shareAlike(chunk, shares));
        }
        return new Restraint(rounds, shares);
    }

    /** One encoder makes all of a chunk. */
    private void shareAlike(int chunk, Map<Long, Double> shares) {
        long first = timeline.segmentOf(timeline.chunkStart(chunk));
        long last = timeline.segmentOf(timeline.chunkEnd(chunk) - 1);
        double least = 1;
        for (long segment = first; segment <= last; segment++) {
            least = Math.min(least, shares.getOrDefault(segment, 1.0));
        }
        for (long segment = first; segment <= last; segment++) {
            shares.put(segment, least);
        }
    }

    private Spending spending(Rendition rendition, Runnable beforeChunk) throws IOException {
        VideoOutput output = rendition.output();
        int[] sizes = new int[Math.toIntExact(output.frames())];
        int pictures = 0;
        int last = timeline.chunkOf(output.endFrame() - 1);
        for (int chunk = timeline.chunkOf(output.firstFrame()); chunk <= last; chunk++) {
            beforeChunk.run();
            try (ChunkReader reader = store.read(rendition.chunk(chunk))) {
                OptionalInt size = reader.skip();
                while (size.isPresent() && pictures < sizes.length) {
                    sizes[pictures++] = size.getAsInt();
                    size = reader.skip();
                }
            }
        }
        return new Spending(timeline, output.bitrate(), output.firstFrame(), Arrays.copyOf(sizes, pictures));
    }
}
