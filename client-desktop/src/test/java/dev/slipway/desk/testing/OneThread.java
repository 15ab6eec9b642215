package dev.slipway.desk.testing;

import dev.slipway.desk.background.UiThread;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The test's own thread in the place of the window's: what is handed over runs while the test waits. */
public final class OneThread implements UiThread {
    private static final int PATIENCE_SECONDS = 60;
    private static final int BETWEEN_LOOKS_MILLIS = 20;

    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();

    @Override
    public void run(Runnable action) {
        actions.add(action);
    }

    /** Runs what is handed over until the condition holds, which may come about without anything being handed over. */
    public void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            try {
                Runnable next = actions.poll(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
