package dev.slipway.media.encode;

import dev.slipway.media.encode.crew.Crew;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.encode.source.PictureLosses;
import dev.slipway.media.encode.source.SourceReader;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.sound.SoundMix;
import dev.slipway.media.sound.StereoBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Reads a source's sound alone and makes the untreated mix of it, for those who measure. */
public final class SoundPass {
    private static final int QUEUED_DECODED = 256;

    private final Path source;
    private final SourceScan scan;
    private final Plan plan;

    public SoundPass(Path source, SourceScan scan, Plan plan) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
    }

    /**
     * @param output is called by another thread, and no more once this has returned
     * @param tick is called by this thread, for each packet
     */
    public void read(Consumer<StereoBlock> output, Runnable tick, Cancellation cancellation) throws IOException {
        read(reader -> {}, output, tick, cancellation);
    }

    /** For a plan of a film's beginning: the same, but sound that its file has much later than its pictures is left out. */
    public void readSample(Consumer<StereoBlock> output, Runnable tick, Cancellation cancellation) throws IOException {
        read(SourceReader::endWithPictures, output, tick, cancellation);
    }

    private void read(
            Consumer<SourceReader> setUp, Consumer<StereoBlock> output, Runnable tick, Cancellation cancellation)
            throws IOException {
        try (Crew crew = new Crew()) {
            FrameQueue decoded = crew.queue(QUEUED_DECODED);
            crew.start("sound", new SoundMix(decoded::take, plan.timeline(), List.of(), output)::run);
            try (SourceReader reader = newReader()) {
                setUp.accept(reader);
                reader.read(null, List.of(decoded), tick, cancellation);
                decoded.end();
            } catch (CancellationException e) {
                cancellation.throwIfCancelled();
                crew.explain(e);
            }
            crew.join();
        }
    }

    private SourceReader newReader() {
        PictureLosses none = new PictureLosses(source, 0, Damage.ACCEPTED);
        return new SourceReader(source, plan, scan, OptionalInt.empty(), scan.soundTrack(), none, Decoder::open);
    }
}
