package dev.slipway.media.worker;

import java.util.Map;

/** What a process's exit status says of its end. */
final class WorkerEnd {
    /** A shell's convention, which Java keeps to (POSIX.1-2024, section 2.8.2). */
    private static final int SIGNALLED = 128;

    /** By Linux's and macOS's common numbers; those that mean a fault of the program's own have their names too. */
    private static final Map<Integer, String> SIGNALS =
            Map.of(4, "SIGILL", 5, "SIGTRAP", 6, "SIGABRT", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    private static final int KILLED = 9;
    private static final int TERMINATED = 15;

    private WorkerEnd() {}

    /** What it ended with, such as {@code status 1}. */
    static String name(int status) {
        int signal = status - SIGNALLED;
        String name = SIGNALS.get(signal);
        return name == null ? "status " + status : "signal " + signal + ", " + name;
    }

    /** What is to be thought of it; goes on after the name of what ended. */
    static String inWords(int status) {
        int signal = status - SIGNALLED;
        if (signal == KILLED) {
            return "was killed (SIGKILL), as the system does when memory runs out, or as somebody did";
        }
        if (signal == TERMINATED) {
            return "was told to end (SIGTERM) by somebody or by the system";
        }
        return "ended unexpectedly with " + name(status) + "; if it does so again, this file is to blame";
    }
}
