package dev.slipway.server.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition of something that other threads or processes change. */
public final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private Await() {}

    /** Gives the first value that fits, or fails the test with the last one seen. */
    public static <T> T until(String condition, Supplier<T> value, Predicate<T> fits) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        T last = value.get();
        while (!fits.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + DEADLINE + " for " + condition + "; last: " + last);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            last = value.get();
        }
        return last;
    }
}
