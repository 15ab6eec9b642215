package dev.slipway.media.protect.survival;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, native threads included; it ticks in hundredths of a second, so only sums say anything. */
final class CpuClock {
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long nanos;

    /** Work whose time counts. */
    interface Work<E extends Exception> {
        void run() throws E;
    }

    <E extends Exception> void count(Work<E> work) throws E {
        long before = system.getProcessCpuTime();
        work.run();
        nanos += system.getProcessCpuTime() - before;
    }

    double seconds() {
        return nanos / 1e9;
    }
}
