package dev.slipway.desk.signer.vault;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.util.Optional;

/**
 * Closes this process's memory to other programs of the same user, and to core dumps: {@code prctl(PR_SET_DUMPABLE, 0)},
 * which Linux alone has (prctl(2)). Elsewhere nothing happens, and the system's own rules hold.
 */
final class Undumpable {
    private static final int PR_SET_DUMPABLE = 4;

    private Undumpable() {}

    /** The system's call in Java's clothes. */
    @FunctionalInterface
    public interface Prctl {
        int call(int option, long first, long second, long third, long fourth);
    }

    static void make() {
        if (System.getProperty("os.name").startsWith("Linux")) {
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> function = linker.defaultLookup().find("prctl");
            function.ifPresent(address -> in(linker, address).call(PR_SET_DUMPABLE, 0, 0, 0, 0));
        }
    }

    private static Prctl in(Linker linker, MemorySegment function) {
        MethodHandle handle = linker.downcallHandle(
                function,
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        return MethodHandleProxies.asInterfaceInstance(Prctl.class, handle);
    }
}
