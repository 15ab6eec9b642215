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
 * @param stall the same between the first picture and the last
 */
public record WorkerLimits(int heapMegabytes, long residentBytes, Duration wall, Duration standstill, Duration stall) {
    private static final long GIGABYTE = 1L << 30;

    /** With the same patience all the way. */
    public WorkerLimits(int heapMegabytes, long residentBytes, Duration wall, Duration standstill) {
        this(heapMegabytes, residentBytes, wall, standstill, standstill);
    }

    /** For files that somebody else made. */
    public static WorkerLimits forCheck() {
        return new WorkerLimits(384, 2 * GIGABYTE, Duration.ofMinutes(30), Duration.ofMinutes(3));
    }

    /** For the creator's own work, which may take hours. */
    public static WorkerLimits forPrepare() {
        return new WorkerLimits(768, 12 * GIGABYTE, Duration.ofDays(2), Duration.ofMinutes(10));
    }

    /**
     * For somebody who looks at a film; {@code standstill} is how often its memory is counted, {@code stall} how long it
     * may say nothing before it is ready.
     */
    public static WorkerLimits forPreview() {
        return new WorkerLimits(256, 3 * GIGABYTE, Duration.ofDays(2), Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    public WorkerLimits withWall(Duration limit) {
        return new WorkerLimits(heapMegabytes, residentBytes, limit, standstill, stall);
    }

    public WorkerLimits withStandstill(Duration limit) {
        return new WorkerLimits(heapMegabytes, residentBytes, wall, limit, limit);
    }

    public WorkerLimits withResidentBytes(long limit) {
        return new WorkerLimits(heapMegabytes, limit, wall, standstill, stall);
    }

    public WorkerLimits withStall(Duration limit) {
        return new WorkerLimits(heapMegabytes, residentBytes, wall, standstill, limit);
    }
}
