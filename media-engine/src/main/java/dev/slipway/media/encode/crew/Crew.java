package dev.slipway.media.encode.crew;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The threads of one pipeline. The first failure of any stops all of them and is what {@link #join()} throws. Started,
 * joined and closed by one thread.
 */
public final class Crew implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final List<FrameQueue> queues = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Work for one thread. */
    public interface Work {
        void run() throws IOException;
    }

    public FrameQueue queue(int capacity) {
        FrameQueue queue = new FrameQueue(capacity);
        queues.add(queue);
        return queue;
    }

    public void start(String name, Work work) {
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
    public void join() throws IOException {
        awaitAll();
        throwFailure();
    }

    private void throwFailure() throws IOException {
        switch (failure.get()) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case IOException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Throws what really went wrong, for a thread that was only woken by another's failure. */
    public void explain(CancellationException woken) throws IOException {
        throwFailure();
        throw woken;
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
