package dev.slipway.media.protect.survival;

import dev.slipway.media.run.CpuTime;

/** CPU time that pieces of work took together; each alone may last less than the clock's tick. */
final class CpuClock {
    private double seconds;

    /** Work whose time counts. */
    interface Work<E extends Exception> {
        void run() throws E;
    }

    <E extends Exception> void count(Work<E> work) throws E {
        CpuTime time = CpuTime.fromNow();
        work.run();
        seconds += time.seconds();
    }

    double seconds() {
        return seconds;
    }
}
