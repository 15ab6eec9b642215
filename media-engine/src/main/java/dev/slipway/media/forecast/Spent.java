package dev.slipway.media.forecast;

import dev.slipway.media.run.CpuTime;
import java.util.concurrent.TimeUnit;

/**
 * What finding out took before anything was forecast.
 *
 * @param seconds of wall time
 * @param cpuSeconds of this process, all threads together
 */
public record Spent(double seconds, double cpuSeconds) {
    public static final Spent NOTHING = new Spent(0, 0);

    /** Runs from its making on. */
    public static final class Clock {
        private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

        private final long began = System.nanoTime();
        private final CpuTime cpu = CpuTime.fromNow();

        public Spent spent() {
            return new Spent((System.nanoTime() - began) / NANOS, cpu.seconds());
        }
    }
}
