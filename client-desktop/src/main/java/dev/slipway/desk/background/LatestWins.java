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

    private void drain() {
        for (T value = take(); value != null; value = take()) {
            boolean done = false;
            try {
                work.accept(value);
                done = true;
            } finally {
                if (!done) {
                    rest();
                }
            }
        }
    }

    private synchronized @Nullable T take() {
        T value = next;
        next = null;
        busy = value != null;
        return value;
    }

    /** After a failure, so that the next value is tried again. */
    private synchronized void rest() {
        busy = false;
    }
}
