package dev.slipway.desk.console;

import java.io.PrintStream;
import java.util.Locale;

/** One line at the bottom of a terminal, written over and over. Not safe for threads: its console is. */
final class ProgressBar {
    private static final int CELLS = 24;
    /** Carriage return, then "erase to the end of the line" (ECMA-48, EL). */
    private static final String HOME = "\r\u001b[K";

    private final PrintStream err;
    private final Console.Screen screen;
    private String drawn = "";

    ProgressBar(PrintStream err, Console.Screen screen) {
        this.err = err;
        this.screen = screen;
    }

    void draw(double fraction, String words) {
        if (screen == Console.Screen.LOG) {
            return;
        }
        int full = (int) Math.round(Math.clamp(fraction, 0, 1) * CELLS);
        String line = String.format(
                Locale.ROOT,
                "  %s%s %3.0f %% %s",
                "█".repeat(full),
                "░".repeat(CELLS - full),
                fraction * 100,
                words.length() > 40 ? words.substring(0, 40) : words);
        if (!line.equals(drawn)) {
            err.print(HOME + line);
            err.flush();
            drawn = line;
        }
    }

    void clear() {
        if (!drawn.isEmpty()) {
            err.print(HOME);
            drawn = "";
        }
    }
}
