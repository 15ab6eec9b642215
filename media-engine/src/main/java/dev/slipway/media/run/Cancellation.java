package dev.slipway.media.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A wish to stop, given on any thread and looked at by the job between two pictures. It cannot be taken back, but a
 * paused job may still be cancelled.
 */
public final class Cancellation {
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What is to become of what the job has finished. */
    public enum Wish {
        /** Keep it: the same job goes on from there. */
        PAUSE,
        /** Delete it. */
        CANCEL
    }

    public void pause() {
        if (wish.compareAndSet(null, Wish.PAUSE)) {
            listeners.forEach(Runnable::run);
        }
    }

    public void cancel() {
        wish.set(Wish.CANCEL);
        listeners.forEach(Runnable::run);
    }

    /** Whether the job is to stop, in whichever way. */
    public boolean isCancelled() {
        return wish.get() != null;
    }

    public Optional<Wish> wish() {
        return Optional.ofNullable(wish.get());
    }

    /**
     * Runs the action on the thread that wishes to stop; at once when somebody already did. It may run more than once
     * and must return quickly.
     */
    public void onWish(Runnable action) {
        listeners.add(action);
        if (isCancelled()) {
            action.run();
        }
    }

    /**
     * @throws CancellationException when the job is to stop; the engine's entry points turn it into their own refusal
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the job was told to stop");
        }
    }
}
