package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkRecord;
import dev.slipway.media.chunk.ChunkWriter;
import dev.slipway.media.encode.lane.ChunkJob;
import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best picture of each part of a chunk, and the one that the creator chose: its score (a double) and the
 * finished WebP file.
 */
public final class PosterJob implements ChunkJob {
    private final PosterOutput output;
    private final double steadySeconds;
    private final Map<Long, Light> lights = new HashMap<>();
    private @Nullable Frame best;
    private double bestScore;

    public PosterJob(PosterOutput output, Timeline timeline) {
        this.output = output;
        this.steadySeconds = output.steadyFrames() / timeline.rate().toDouble();
    }

    @Override
    public void picture(Frame picture, ChunkWriter chunk) throws IOException {
        long number = picture.pts();
        Light light = Light.of(picture);
        lights.put(number, light);
        lights.keySet().removeIf(earlier -> earlier < number - output.steadyFrames());
        double score = PosterScore.of(light, lights.get(number - output.steadyFrames()), steadySeconds);
        if (output.isChosen(number)) {
            keep(picture, score, chunk);
        }
        if (output.considers(number)) {
            consider(picture, score, chunk);
        }
    }

    private void consider(Frame picture, double score, ChunkWriter chunk) throws IOException {
        if (best != null && slot(best) != slot(picture)) {
            finish(chunk);
        }
        if (best == null || score > bestScore) {
            close();
            best = picture.share();
            bestScore = score;
        }
    }

    private long slot(Frame picture) {
        return picture.pts() / output.slotFrames();
    }

    @Override
    public void finish(ChunkWriter chunk) throws IOException {
        if (best != null) {
            keep(best, bestScore, chunk);
            close();
        }
    }

    private static void keep(Frame picture, double score, ChunkWriter chunk) throws IOException {
        byte[] webp = WebP.encode(picture);
        byte[] payload = ByteBuffer.allocate(Double.BYTES + webp.length)
                .putDouble(score)
                .put(webp)
                .array();
        chunk.add(new ChunkRecord(picture.pts(), PictureKind.KEY, payload));
    }

    @Override
    public void close() {
        if (best != null) {
            best.close();
            best = null;
        }
    }
}
