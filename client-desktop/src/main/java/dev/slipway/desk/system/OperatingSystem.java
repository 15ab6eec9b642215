package dev.slipway.desk.system;

import java.util.Locale;

/** Which of the systems that the desk runs on. */
public enum OperatingSystem {
    LINUX,
    MAC,
    WINDOWS;

    public static OperatingSystem ofThisMachine() {
        return of(System.getProperty("os.name"));
    }

    /** @param name as Java calls it, such as {@code Mac OS X}; others are taken for a kind of Linux */
    static OperatingSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") ? MAC : LINUX;
    }
}
