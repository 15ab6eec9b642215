package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.timestamp.PictureOrder;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;

/**
 * Notices that a source ends earlier than it did when it was probed. A file that is cut short in mid-run reads like one
 * that is over, and its last picture would stand for all that is gone.
 */
final class SourceEnd {
    private static final long TOLERATED_MICROS = 1_000_000;

    private final Path file;
    private final SourceScan scan;
    private final Timebase timebase;
    private long reached = Long.MIN_VALUE;
    private long packets;

    SourceEnd(Path file, SourceScan scan, Timebase timebase) {
        this.file = file;
        this.scan = scan;
        this.timebase = timebase;
    }

    /** Takes note of a packet of the picture, its times corrected. */
    void passed(Packet packet) {
        packets++;
        long time = packet.pts() != Timebase.NONE ? packet.pts() : packet.dts();
        if (time != Timebase.NONE) {
            reached = Math.max(reached, timebase.toMicros(time));
        }
    }

    /** @throws MediaException {@code truncated}, to be called after the last packet */
    void require() {
        if (!isReached()) {
            throw new MediaException(
                    ProblemCode.TRUNCATED,
                    file.getFileName() + " ends earlier than it did when it was first looked through: it was changed or"
                            + " cut short, or its disk fails. Put the whole file back and give the same command again:"
                            + " it goes on with what is finished.");
        }
    }

    private boolean isReached() {
        return scan.traits().order() == PictureOrder.COUNTED
                ? packets >= scan.traits().found()
                : reached >= scan.originMicros() + scan.traits().lastMicros() - TOLERATED_MICROS;
    }
}
