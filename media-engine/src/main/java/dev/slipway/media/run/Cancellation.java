package dev.slipway.media.run;

import java.util.concurrent.CancellationException;

/** A wish to stop, given on any thread and looked at by the job between two pictures. It cannot be taken back. */
public final class Cancellation {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * @throws CancellationException when {@link #cancel()} was called; the engine's entry points turn it into their own
     *     refusal
     */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("the job was cancelled");
        }
    }
}
