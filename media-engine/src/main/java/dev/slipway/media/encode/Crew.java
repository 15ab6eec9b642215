package dev.slipway.media.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads of one pipeline. The first failure of any stops all of them and is what {@link #join()} throws. Started,
 * joined and closed by one thread.
 */
final class Crew implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final List<FrameQueue> queues = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Work for one thread. */
    interface Work {
        void run() throws Exception;
    }

    FrameQueue queue(int capacity) {
        FrameQueue queue = new FrameQueue(capacity);
        queues.add(queue);
        return queue;
    }

    void start(String name, Work work) {
        threads.add(Thread.ofPlatform().name("encode " + name).start(() -> runReporting(work)));
    }

    private void runReporting(Work work) {
        try {
            work.run();
        } catch (Throwable e) { // the thread's boundary: reported to whoever joins
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        failure.compareAndSet(null, cause);
        queues.forEach(FrameQueue::abort);
    }

    /** Waits for all threads to end. */
    void join() throws Exception {
        awaitAll();
        switch (failure.get()) {
            case null -> {}
            case Error e -> throw e;
            case Exception e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** What really went wrong, when a thread was only woken by another's failure. */
    Exception causeOf(CancellationException woken) {
        return failure.get() instanceof Exception e ? e : woken;
    }

    private void awaitAll() {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    fail(new CancellationException("interrupted"));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops whatever still runs and waits for it: native memory is freed by its own thread only. */
    @Override
    public void close() {
        fail(new CancellationException("the pipeline stops"));
        awaitAll();
    }
}
