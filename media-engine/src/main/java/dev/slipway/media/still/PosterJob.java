package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps a chunk's best candidate for the poster: its score (a double) and the finished WebP file. */
public final class PosterJob implements ChunkJob {
    private @Nullable Frame best;
    private double bestScore = -1;

    @Override
    public void picture(Frame picture, ChunkWriter chunk) {
        double score = PosterScore.of(picture);
        if (score > bestScore) {
            close();
            best = picture.share();
            bestScore = score;
        }
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        if (best != null) {
            byte[] webp = WebP.encode(best);
            byte[] payload = ByteBuffer.allocate(Double.BYTES + webp.length)
                    .putDouble(bestScore)
                    .put(webp)
                    .array();
            chunk.add(new ChunkRecord(best.pts(), PictureKind.KEY, payload));
        }
    }

    @Override
    public void close() {
        if (best != null) {
            best.close();
            best = null;
        }
    }
}
