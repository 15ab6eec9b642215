package dev.slipway.desk.bench.process;

import java.util.List;

/**
 * What a run of commands took.
 *
 * @param cpuSeconds user and system time of the processes and of all their children that ended
 * @param peakBytes the most real memory that all of them held together, by samples
 * @param memory that memory over time
 */
public record Usage(double cpuSeconds, double wallSeconds, long peakBytes, List<MemorySample> memory) {
    public Usage {
        memory = List.copyOf(memory);
    }

    /** @param seconds since the first command began */
    public record MemorySample(double seconds, long bytes) {}
}
