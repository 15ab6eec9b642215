package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkId;
import dev.slipway.media.chunk.ChunkReader;
import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.plan.PosterOutput;
import dev.slipway.media.plan.Timeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the best of all chunks' candidates. */
public final class PosterAssembler {
    private PosterAssembler() {}

    public static void write(PosterOutput output, Timeline timeline, ChunkStore store, Path file) throws IOException {
        ByteBuffer best = ByteBuffer.allocate(0);
        double bestScore = -1;
        for (int chunk = 0; chunk < timeline.chunks(); chunk++) {
            ChunkId id = new ChunkId(output.path(), chunk);
            if (store.isFinished(id)) {
                try (ChunkReader reader = store.read(id)) {
                    Optional<ByteBuffer> candidate =
                            reader.next().map(ChunkRecord::payload).map(ByteBuffer::wrap);
                    double score = candidate.map(ByteBuffer::getDouble).orElse(-1.0);
                    if (score > bestScore) {
                        bestScore = score;
                        best = candidate.orElseThrow();
                    }
                }
            }
        }
        byte[] webp = new byte[best.remaining()];
        best.get(webp);
        Files.write(file, webp);
    }
}
