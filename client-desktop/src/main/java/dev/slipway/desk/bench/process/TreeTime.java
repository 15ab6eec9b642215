package dev.slipway.desk.bench.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Processor time of processes and all that they start, looked at again and again: a sandbox between a process and its worker
 * reaps nothing, so that what the worker took is in nobody's account once it has ended. What a process takes after the last
 * look at it is lost, {@value #MILLIS} ms of each at most. Linux alone.
 */
public final class TreeTime implements AutoCloseable {
    private static final int MILLIS = 20;

    private final List<ProcessHandle> roots;
    /** By process, whose handle knows the time of its start. */
    private final Map<ProcessHandle, Double> seconds = new ConcurrentHashMap<>();

    private final Thread thread =
            Thread.ofPlatform().daemon().name("processor time").unstarted(this::watch);
    private volatile boolean ended;

    private TreeTime(List<ProcessHandle> roots) {
        this.roots = roots;
    }

    public static TreeTime of(List<ProcessHandle> roots) {
        TreeTime watched = new TreeTime(List.copyOf(roots));
        watched.thread.start();
        return watched;
    }

    /** User and system seconds of all of them since each began. */
    public double seconds() {
        look();
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void watch() {
        while (!ended) {
            look();
            LockSupport.parkNanos(MILLIS * 1_000_000L);
        }
    }

    private void look() {
        for (ProcessHandle root : roots) {
            take(root);
            root.descendants().forEach(this::take);
        }
    }

    private void take(ProcessHandle process) {
        seconds.merge(process, ChildTime.own(process), Math::max);
    }

    @Override
    public void close() {
        ended = true;
    }
}
