package dev.slipway.desk.bench.process;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time as Linux adds it up (proc(5)), in ticks of 10 ms. */
final class ChildTime {
    private static final Path SYSTEM = Path.of("/proc");
    private static final double TICKS_A_SECOND = 100;
    /** Counted from the state, the first field after the program's name; the system's share follows. */
    private static final int OWN_USER = 11;

    private static final int CHILDREN_USER = 13;

    private ChildTime() {}

    /** Of this process's children that have ended, with theirs, so that only one may be measured at a time. */
    static double seconds() {
        try {
            return seconds(SYSTEM.resolve("self"), CHILDREN_USER);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The processor time of whole process trees is measured through Linux's /proc, which is not here. Run the bench on Linux.",
                    e);
        }
    }

    /** Of one process alone; 0 for one that has ended. */
    static double own(ProcessHandle process) {
        try {
            return seconds(SYSTEM.resolve(Long.toString(process.pid())), OWN_USER);
        } catch (IOException e) {
            return 0;
        }
    }

    private static double seconds(Path process, int user) throws IOException {
        String line = Files.readString(process.resolve("stat"));
        String[] values = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(values[user]) + Long.parseLong(values[user + 1])) / TICKS_A_SECOND;
    }
}
