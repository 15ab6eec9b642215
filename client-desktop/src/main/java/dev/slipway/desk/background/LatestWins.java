package dev.slipway.desk.background;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values to slow work one at a time; of those that come while it is busy only the newest is kept. So what a person
 * types is on disk within one write of the last key, and keys are never waited for.
 */
public final class LatestWins<T> {
    private final Background background;
    private final Consumer<T> work;
    private @Nullable T next;
    private boolean busy;

    /** @param work runs on a thread of its own, never twice at once */
    public LatestWins(Background background, Consumer<T> work) {
        this.background = background;
        this.work = work;
    }

    /** Returns at once. */
    public synchronized void offer(T value) {
        next = value;
        if (!busy) {
            busy = true;
            background.run(this::drain);
        }
    }

    /** A value whose work fails is in the log, and the one that came meanwhile is still handed over. */
    private void drain() {
        for (T value = take(); value != null; value = take()) {
            T current = value;
            Background.attempt(() -> work.accept(current));
        }
    }

    private synchronized @Nullable T take() {
        T value = next;
        next = null;
        busy = value != null;
        return value;
    }
}
