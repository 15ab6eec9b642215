package dev.slipway.media.worker;

import java.time.Duration;

/**
 * What a worker may take before it is ended.
 *
 * @param heapMegabytes Java's heap
 * @param residentBytes real memory of the whole process, native buffers included; watched on Linux only. Address space
 *     (RLIMIT_AS) is no measure, because a JVM reserves gigabytes that it never touches
 * @param wall from start to end
 * @param standstill without a word of progress
 */
public record WorkerLimits(int heapMegabytes, long residentBytes, Duration wall, Duration standstill) {
    private static final long GIGABYTE = 1L << 30;

    /** For files that somebody else made. */
    public static WorkerLimits forCheck() {
        return new WorkerLimits(384, 2 * GIGABYTE, Duration.ofMinutes(30), Duration.ofMinutes(3));
    }

    /** For the creator's own work, which may take hours. */
    public static WorkerLimits forPrepare() {
        return new WorkerLimits(768, 12 * GIGABYTE, Duration.ofDays(2), Duration.ofMinutes(10));
    }

    public WorkerLimits withWall(Duration limit) {
        return new WorkerLimits(heapMegabytes, residentBytes, limit, standstill);
    }

    public WorkerLimits withStandstill(Duration limit) {
        return new WorkerLimits(heapMegabytes, residentBytes, wall, limit);
    }

    public WorkerLimits withResidentBytes(long limit) {
        return new WorkerLimits(heapMegabytes, limit, wall, standstill);
    }
}
