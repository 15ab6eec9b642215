package dev.slipway.desk.bench.process;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time as Linux adds it up: of a process itself (proc(5): utime and stime, in ticks of 10 ms), and of its children
 * that have ended, with theirs, once it has reaped them (cutime and cstime).
 */
final class ChildTime {
    private static final Path SYSTEM = Path.of("/proc");
    private static final double TICKS_A_SECOND = 100;
    /** Counted from the state, the first field after the program's name. */
    private static final int OWN_USER = 11;

    private static final int OWN_SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private ChildTime() {}

    /** Of this process's children that have ended, so that only one may be measured at a time. */
    static double seconds() {
        try {
            return seconds(SYSTEM.resolve("self"), CHILDREN_USER, CHILDREN_SYSTEM);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The processor time of whole process trees is measured through Linux's /proc, which is not here. Run the bench on Linux.",
                    e);
        }
    }

    /** Of a process and its ended children; 0 for one that has ended itself. */
    static double withChildren(ProcessHandle process) {
        try {
            return seconds(
                    SYSTEM.resolve(Long.toString(process.pid())), OWN_USER, OWN_SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
        } catch (IOException e) {
            return 0;
        }
    }

    private static double seconds(Path process, int... fields) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        String[] values = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int field : fields) {
            ticks += Long.parseLong(values[field]);
        }
        return ticks / TICKS_A_SECOND;
    }
}
