package dev.slipway.media.prepare;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;

/** Refuses work that a disk cannot hold before hours go into it. */
final class DiskSpace {
    /** Chunks and the files that are put together from them lie on the disk at the same time. */
    private static final int COPIES = 2;
    /** Plans name the most that an output may take; calm films stay well below, and are not to be refused. */
    private static final double LEAST_SHARE_OF_CAP = 0.25;

    private static final double BITS = 8;

    private DiskSpace() {}

    /**
     * @param kept bytes of chunks that are there already
     * @throws MediaException {@code disk-full} when even a calm film would not fit
     */
    static void require(Plan plan, long kept, long usable, Path directory) {
        long needed = Math.max(0, leastBytes(plan) - kept);
        if (usable < needed) {
            throw new MediaException(
                    ProblemCode.DISK_FULL,
                    "The disk that holds %s has %d MB left, and this video takes at least %d MB while it is made."
                                    .formatted(directory, usable >> 20, (needed >> 20) + 1)
                            + " Free some space there or choose another folder.");
        }
    }

    static String inWords(Plan plan) {
        return "This video takes at least %d MB while it is made, and at most %d MB."
                .formatted((leastBytes(plan) >> 20) + 1, (mostBytes(plan) >> 20) + 1);
    }

    static long leastBytes(Plan plan) {
        return (long) (LEAST_SHARE_OF_CAP * mostBytes(plan));
    }

    private static long mostBytes(Plan plan) {
        double seconds = plan.timeline().durationMicros() / 1e6;
        double videoBits = plan.rungs().stream()
                .mapToLong(VideoOutput::bitrate)
                .mapToDouble(rate -> rate * seconds)
                .sum();
        double soundBits = plan.audios().stream()
                .map(AudioOutput::codec)
                .mapToDouble(codec -> codec.bitrate() * seconds)
                .sum();
        return (long) ((COPIES * videoBits + soundBits) / BITS);
    }
}
