package dev.slipway.media.scheduling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Longer turns on a processor for the thread that asked, and for all that it starts until it is closed by the same
 * thread. A dozen encoders on two processors took turns some 600 times a second and found the caches filled by the others
 * each time; let alone for longer they need less processor time for the same bytes (docs/bench.md). It also lets everything
 * else on the creator's machine go first. On other systems than Linux, and where the kernel refuses, all goes on as before.
 */
public final class LongTurns implements AutoCloseable {
    /** Of sched(7). */
    static final int BATCH = 3;

    /** The most that Linux grants: about ten pictures of a top rung. */
    private static final long TURN_NANOS = Duration.ofMillis(100).toNanos();

    /** Asking takes half a second of processor time, because Java makes the way to the kernel first. */
    private static final Duration WORTH_ASKING = Duration.ofSeconds(20);

    private final @Nullable KernelScheduler kernel;
    private final int before;

    private LongTurns(@Nullable KernelScheduler kernel, int before) {
        this.kernel = kernel;
        this.before = before;
    }

    /** @param film as long as this takes to watch; nothing is asked for a short one */
    public static LongTurns toEncode(Duration film) {
        if (!KernelScheduler.isHere() || film.compareTo(WORTH_ASKING) < 0) {
            return new LongTurns(null, 0);
        }
        KernelScheduler kernel = new KernelScheduler();
        int before = kernel.policyOf(0);
        kernel.setWithTurn(BATCH, TURN_NANOS);
        return new LongTurns(kernel, before);
    }

    @Override
    public void close() {
        if (kernel != null) {
            kernel.setWithTurn(before, 0);
        }
    }
}
