package dev.slipway.desk.bench.process;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as a person would type them into a POSIX shell. */
public final class Shell {
    private Shell() {}

    public static String quoted(List<String> command) {
        return command.stream().map(Shell::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
