package dev.slipway.desk.cancel;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.run.Cancellation;
import dev.slipway.model.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One action's stop button. May be pressed on any thread, once and for all: it pauses the engine's job, so that the same
 * command goes on from what is finished, runs what was registered (closing connections, ending child processes) and ends
 * every {@link #pause}.
 */
public final class CancelSignal {
    private final Cancellation engine = new Cancellation();
    private final CountDownLatch pressed = new CountDownLatch(1);
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    public void cancel() {
        engine.pause();
        pressed.countDown();
        actions.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return engine.isCancelled();
    }

    /** The same wish as the engine's jobs understand it. */
    public Cancellation forEngine() {
        return engine;
    }

    /** Runs the action on the cancelling thread; at once when it was cancelled already. It must return quickly. */
    public void onCancel(Runnable action) {
        actions.add(action);
        if (isCancelled()) {
            action.run();
        }
    }

    /** The same for as long as it is not closed; closing it runs nothing. */
    public During during(Runnable action) {
        onCancel(action);
        return () -> actions.remove(action);
    }

    /** What is to happen at the end for a while only. */
    public interface During extends AutoCloseable {
        @Override
        void close();
    }

    public void throwIfCancelled() {
        if (isCancelled()) {
            throw cancelled();
        }
    }

    /**
     * Waits that long, unless it is cancelled first.
     *
     * @throws DeskException {@code cancelled}
     */
    public void pause(Duration duration) {
        try {
            if (pressed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw cancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private static DeskException cancelled() {
        return new DeskException(
                ProblemCode.CANCELLED,
                "Stopped. Where something was finished it is kept, and the same command goes on from there.");
    }
}
