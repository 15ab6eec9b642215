package dev.slipway.desk.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs something later, on whatever thread. */
@FunctionalInterface
public interface Alarm {
    /** By the machine's clock. What is still to come when the program ends is dropped. */
    Alarm CLOCK = (wait, action) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
            .execute(action);

    /** Returns at once. */
    void after(Duration wait, Runnable action);
}
