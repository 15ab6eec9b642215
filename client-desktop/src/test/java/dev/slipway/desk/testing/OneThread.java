package dev.slipway.desk.testing;

import dev.slipway.desk.background.UiThread;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The test's own thread in the place of the window's: what is handed over runs while the test waits. */
public final class OneThread implements UiThread {
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();

    @Override
    public void run(Runnable action) {
        actions.add(action);
    }

    /** Runs what is handed over until the condition holds. */
    public void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Runnable next = actions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("waited in vain");
                }
                next.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
