package dev.slipway.media.still;

import dev.slipway.media.chunk.ChunkStore;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.PosterOutput;
import dev.slipway.media.still.KeptPosters.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Writes the poster: the picture that the creator chose, or the best of the film. */
public final class PosterAssembler {
    private PosterAssembler() {}

    public static void write(PosterOutput output, Timeline timeline, ChunkStore store, Path file) throws IOException {
        KeptPosters kept = new KeptPosters(output, timeline, store);
        Long chosen = output.chosenFrame();
        long frame = chosen != null ? chosen : best(kept);
        Files.write(file, kept.webp(frame));
    }

    private static long best(KeptPosters kept) throws IOException {
        return kept.scores().stream()
                .max(Comparator.comparingDouble(Scored::score).thenComparing(Scored::frame, Comparator.reverseOrder()))
                .orElseThrow(() -> new IOException("no picture was kept for the poster"))
                .frame();
    }
}
