package dev.slipway.desk.bench.process;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of this process's children that have ended, with theirs, as Linux adds it up when a parent reaps a
 * child (proc(5): cutime and cstime, in ticks of 10 ms). So only one child may be measured at a time.
 */
final class ChildTime {
    private static final Path STATUS = Path.of("/proc/self/stat");
    private static final double TICKS_A_SECOND = 100;
    /** Counted from the state, the first field after the program's name. */
    private static final int CHILDREN_USER = 13;

    private ChildTime() {}

    static double seconds() {
        try {
            String line = Files.readString(STATUS);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]);
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The processor time of whole process trees is measured through Linux's /proc, which is not here. Run the bench on Linux.",
                    e);
        }
    }
}
