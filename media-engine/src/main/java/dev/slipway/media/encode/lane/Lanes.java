package dev.slipway.media.encode.lane;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.plan.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What is still to be made of each lane after an earlier run. */
public final class Lanes {
    private final Timeline timeline;
    private final ChunkStore store;

    public Lanes(Timeline timeline, ChunkStore store) {
        this.timeline = timeline;
        this.store = store;
    }

    /**
     * Tells the meter of what an earlier run finished.
     *
     * @return its share of all work, from 0 to 1
     */
    public double tellKept(List<Lane> lanes, ProgressMeter meter) {
        long all = 0;
        long kept = 0;
        for (Lane lane : lanes) {
            for (int chunk = 0; chunk < timeline.chunks(); chunk++) {
                ChunkId id = lane.chunks().apply(chunk);
                long pictures = wanted(lane, chunk);
                all += pictures * lane.size().pixels();
                if (store.isFinished(id)) {
                    kept += pictures * lane.size().pixels();
                    meter.kept(lane, pictures, store.bytes(id) - pictures * ChunkWriter.RECORD_HEADER);
                }
            }
        }
        return all == 0 ? 0 : (double) kept / all;
    }

    /**
     * Pictures that have to be read.
     *
     * @param first number of the first one on the time line
     * @param end number of the picture after the last one
     */
    public record Missing(long first, long end) {}

    /** Tells the meter of all work ahead, and returns what any lane still needs. */
    public Optional<Missing> missing(List<Lane> lanes, ProgressMeter meter) {
        List<Integer> chunks = new ArrayList<>();
        for (Lane lane : lanes) {
            for (int chunk : unfinished(lane)) {
                chunks.add(chunk);
                meter.expect(lane, wanted(lane, chunk));
            }
        }
        return chunks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Missing(
                        timeline.chunkStart(Collections.min(chunks)), timeline.chunkEnd(Collections.max(chunks))));
    }

    private List<Integer> unfinished(Lane lane) {
        return IntStream.range(0, timeline.chunks())
                .filter(chunk -> wanted(lane, chunk) > 0)
                .filter(chunk -> !store.isFinished(lane.chunks().apply(chunk)))
                .boxed()
                .toList();
    }

    private long wanted(Lane lane, int chunk) {
        return LongStream.range(timeline.chunkStart(chunk), timeline.chunkEnd(chunk))
                .filter(lane.wants())
                .count();
    }
}
