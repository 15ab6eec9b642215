package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.codec.PictureDecoder;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Reads a source's pictures from a place of the time line on. It enters the file shortly before, and reads it from the
 * beginning where that cannot be shown to give the same pictures.
 */
public final class PartReader {
    private final Path source;
    private final Plan plan;
    private final SourceScan scan;
    private final PictureLosses losses;
    private final PictureDecoder.Factory decoders;

    public PartReader(Path source, Plan plan, SourceScan scan, PictureLosses losses, PictureDecoder.Factory decoders) {
        this.source = source;
        this.plan = plan;
        this.scan = scan;
        this.losses = losses;
        this.decoders = decoders;
    }

    /**
     * @param timeline as long as what is wanted, at the plan's rate
     * @param first number of the first picture on it
     * @param output takes the frames over
     * @param end called after the last picture that was read, before the rest is filled with it
     * @param tick is called for each packet
     */
    public void read(
            Timeline timeline,
            long first,
            Consumer<Frame> output,
            Consumer<FramePacer> end,
            Runnable tick,
            Cancellation cancellation) {
        if (!isRead(Start.SHORTLY_BEFORE, timeline, first, output, end, tick, cancellation)) {
            isRead(Start.BEGINNING, timeline, first, output, end, tick, cancellation);
        }
    }

    private enum Start {
        SHORTLY_BEFORE,
        BEGINNING
    }

    private boolean isRead(
            Start start,
            Timeline timeline,
            long first,
            Consumer<Frame> output,
            Consumer<FramePacer> end,
            Runnable tick,
            Cancellation cancellation) {
        OptionalInt picture = OptionalInt.of(scan.pictureTrack());
        try (SourceReader reader =
                        new SourceReader(source, plan, scan, picture, OptionalInt.empty(), losses, decoders);
                FramePacer pacer = new FramePacer(timeline, first, output)) {
            if (start == Start.SHORTLY_BEFORE && !reader.hasEnteredBefore(timeline.microsAt(first))) {
                return false;
            }
            reader.read(pacer, List.of(), tick, cancellation);
            if (reader.isAstray()) {
                return false;
            }
            end.accept(pacer);
            pacer.fill();
            return true;
        }
    }
}
