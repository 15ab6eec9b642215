package dev.slipway.media.scheduling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The class of threads that run before all others, in which nothing of ours belongs. */
public final class RealTime {
    /** Of sched(7). */
    private static final int FIRST_IN_FIRST_OUT = 1;

    private static final int ROUND_ROBIN = 2;

    private RealTime() {}

    /**
     * Runs what may put threads of this process there, and takes them back. Where root runs it, SVT-AV1 puts its threads,
     * and the one that opens it, into {@code SCHED_FIFO} at the highest priority. Whatever such a thread starts inherits
     * that, processes included, and nothing else on the machine runs until they rest: two processors were seen to stand
     * still for minutes.
     */
    public static void keepOutOf(Runnable opening) {
        if (!KernelScheduler.isHere()) {
            opening.run();
            return;
        }
        KernelScheduler kernel = new KernelScheduler();
        int before = kernel.policyOf(0);
        try {
            opening.run();
        } finally {
            takeBack(kernel, before);
        }
    }

    private static void takeBack(KernelScheduler kernel, int policy) {
        try (Stream<Path> threads = Files.list(KernelScheduler.THREADS)) {
            // It fails for a thread that has ended meanwhile, and there is nothing left to do for it.
            threads.mapToInt(thread -> Integer.parseInt(thread.getFileName().toString()))
                    .filter(thread -> isRealTime(kernel.policyOf(thread)))
                    .forEach(thread -> kernel.set(thread, policy, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRealTime(int policy) {
        return policy == FIRST_IN_FIRST_OUT || policy == ROUND_ROBIN;
    }
}
