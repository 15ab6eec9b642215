package dev.slipway.media.scheduling;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Linux's calls of sched(7). Each answers a negative number where the kernel refuses; threads are named by id, 0 is the caller. */
final class KernelScheduler {
    static final Path THREADS = Path.of("/proc/self/task");

    /** {@code sched_setattr} by architecture: glibc has a function for it since 2.41 only. */
    private static final Map<String, Long> SCHED_SETATTR = Map.of("amd64", 314L, "aarch64", 274L);

    private static final int ATTRIBUTES_BYTES = 48;
    private static final int POLICY_OFFSET = 4;
    private static final int NICE_OFFSET = 16;
    private static final int RUNTIME_OFFSET = 24;
    private static final int OF_A_PROCESS = 0;

    private final Linker linker = Linker.nativeLinker();

    /** sched_getscheduler(2). */
    public interface Asker {
        int policyOf(int thread);
    }

    /** getpriority(2); on Linux a process is what is a thread elsewhere. */
    public interface PriorityAsker {
        int priorityOf(int which, int who);
    }

    /** sched_setscheduler(2). */
    public interface Setter {
        int set(int thread, int policy, MemorySegment parameters);
    }

    /** sched_setattr(2) by number. */
    public interface AttributeSetter {
        long set(long number, long thread, MemorySegment attributes, long flags);
    }

    static boolean isHere() {
        return Files.isDirectory(THREADS);
    }

    int policyOf(int thread) {
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return MethodHandleProxies.asInterfaceInstance(Asker.class, function("sched_getscheduler", shape))
                .policyOf(thread);
    }

    /** @param priority 0 for every policy but the real-time ones */
    int set(int thread, int policy, int priority) {
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            return MethodHandleProxies.asInterfaceInstance(Setter.class, function("sched_setscheduler", shape))
                    .set(thread, policy, arena.allocateFrom(ValueLayout.JAVA_INT, priority));
        }
    }

    /**
     * @param turn in nanoseconds, how long the caller may go on before others of its weight; kernels before 6.12 leave
     *     it out
     */
    long setWithTurn(int policy, long turn) {
        Long number = SCHED_SETATTR.get(System.getProperty("os.arch"));
        if (number == null) {
            return set(0, policy, 0);
        }
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(ATTRIBUTES_BYTES, Long.BYTES);
            attributes.set(ValueLayout.JAVA_INT, 0, ATTRIBUTES_BYTES);
            attributes.set(ValueLayout.JAVA_INT, POLICY_OFFSET, policy);
            attributes.set(ValueLayout.JAVA_INT, NICE_OFFSET, niceness());
            attributes.set(ValueLayout.JAVA_LONG, RUNTIME_OFFSET, turn);
            MethodHandle call = function("syscall", shape, Linker.Option.firstVariadicArg(1));
            return MethodHandleProxies.asInterfaceInstance(AttributeSetter.class, call)
                    .set(number, 0, attributes, 0);
        }
    }

    /** Of the caller's thread; whoever sets other attributes has to say it again, or it becomes 0. */
    int niceness() {
        FunctionDescriptor shape =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return MethodHandleProxies.asInterfaceInstance(PriorityAsker.class, function("getpriority", shape))
                .priorityOf(OF_A_PROCESS, 0);
    }

    private MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }
}
