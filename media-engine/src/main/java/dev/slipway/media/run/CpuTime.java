package dev.slipway.media.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Processor time of this process since it was made, all threads together and native ones included. It ticks in
 * hundredths of a second.
 */
public final class CpuTime {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long began = SYSTEM.getProcessCpuTime();

    private CpuTime() {}

    public static CpuTime fromNow() {
        return new CpuTime();
    }

    public double seconds() {
        return (SYSTEM.getProcessCpuTime() - began) / NANOS;
    }
}
