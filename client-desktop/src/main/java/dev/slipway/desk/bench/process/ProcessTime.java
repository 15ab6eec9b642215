package dev.slipway.desk.bench.process;

import java.time.Duration;

/** Processor time of a process that is at work. */
final class ProcessTime {
    private ProcessTime() {}

    /** 0 for one that has ended. */
    static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
