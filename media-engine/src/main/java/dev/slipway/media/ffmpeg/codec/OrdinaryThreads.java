package dev.slipway.media.ffmpeg.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Takes this process's threads back from the real-time class. Where root runs it, SVT-AV1 puts its threads, and the one
 * that opens it, into {@code SCHED_FIFO} at the highest priority. Whatever such a thread starts inherits that, processes
 * included, and nothing else on the machine runs until they rest: two processors were seen to stand still for minutes.
 */
final class OrdinaryThreads {
    private static final Path THREADS = Path.of("/proc/self/task");
    /** sched(7). */
    private static final int SCHED_OTHER = 0;

    private OrdinaryThreads() {}

    /** sched_setscheduler(2). */
    public interface Scheduler {
        int set(int thread, int policy, MemorySegment parameters);
    }

    /** On other systems than Linux there is nothing to take back. */
    static void restore() {
        if (!Files.isDirectory(THREADS)) {
            return;
        }
        Scheduler scheduler = scheduler();
        try (Arena arena = Arena.ofConfined();
                Stream<Path> threads = Files.list(THREADS)) {
            MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
            // It fails for a thread that has ended meanwhile, and there is nothing left to do for it.
            threads.forEach(thread ->
                    scheduler.set(Integer.parseInt(thread.getFileName().toString()), SCHED_OTHER, priority));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scheduler scheduler() {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().findOrThrow("sched_setscheduler");
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        return MethodHandleProxies.asInterfaceInstance(Scheduler.class, linker.downcallHandle(function, shape));
    }
}
