package dev.slipway.desk.bench.process;

/** Processor time of a process and all that it started, whether that is at work or has ended. Linux alone. */
public final class TreeTime {
    private TreeTime() {}

    /** User and system seconds since the process began; grows by no less than what a measured stretch took. */
    public static double seconds(ProcessHandle root) {
        return ChildTime.withChildren(root)
                + root.descendants().mapToDouble(ChildTime::withChildren).sum();
    }
}
