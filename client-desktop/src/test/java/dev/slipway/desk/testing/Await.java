package dev.slipway.desk.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition of something that other processes change and that can only be asked. */
public final class Await {
    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    /** A question that may go wrong. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws IOException, InterruptedException;
    }

    /**
     * Gives the first answer that fits, or fails the test.
     *
     * @param otherwise what to say then
     */
    public static <T> T until(Duration most, Question<T> question, Predicate<T> fits, Supplier<String> otherwise)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        T last = question.ask();
        while (!fits.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise.get() + "; last: " + last);
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS);
            last = question.ask();
        }
        return last;
    }
}
