package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the chunks hold for the poster; the files themselves are read only where they are wanted. */
final class KeptPosters {
    private final PosterOutput output;
    private final Timeline timeline;
    private final ChunkStore store;

    KeptPosters(PosterOutput output, Timeline timeline, ChunkStore store) {
        this.output = output;
        this.timeline = timeline;
        this.store = store;
    }

    /** A picture by its number on the time line. */
    record Scored(long frame, double score) {}

    /** In the order of the film; the creator's own choice may be there twice. */
    List<Scored> scores() throws IOException {
        List<Scored> scores = new ArrayList<>();
        for (int chunk = 0; chunk < timeline.chunks(); chunk++) {
            ChunkId id = new ChunkId(output.path(), chunk);
            if (store.isFinished(id)) {
                try (ChunkReader reader = store.read(id)) {
                    Optional<ChunkRecord> next = reader.next();
                    while (next.isPresent()) {
                        double score = ByteBuffer.wrap(next.get().payload()).getDouble();
                        scores.add(new Scored(next.get().frame(), score));
                        next = reader.next();
                    }
                }
            }
        }
        return scores;
    }

    /** The WebP file of a picture that is there. */
    byte[] webp(long frame) throws IOException {
        try (ChunkReader reader = store.read(new ChunkId(output.path(), timeline.chunkOf(frame)))) {
            Optional<ChunkRecord> next = reader.next();
            while (next.isPresent() && next.get().frame() != frame) {
                next = reader.next();
            }
            ByteBuffer payload = ByteBuffer.wrap(
                    next.orElseThrow(() -> new IOException("picture " + frame + " was not kept for the poster"))
                            .payload());
            byte[] webp = new byte[payload.remaining() - Double.BYTES];
            payload.get(Double.BYTES, webp);
            return webp;
        }
    }
}
