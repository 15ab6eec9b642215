package dev.slipway.media.forecast;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

        private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        private final long began = System.nanoTime();
        private final long cpuBegan = system.getProcessCpuTime();

        public Spent spent() {
            return new Spent((System.nanoTime() - began) / NANOS, (system.getProcessCpuTime() - cpuBegan) / NANOS);
        }
    }
}
