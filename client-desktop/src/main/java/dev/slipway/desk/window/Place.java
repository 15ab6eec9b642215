package dev.slipway.desk.window;

import java.util.Locale;

/** The pages that the rail leads to. */
enum Place {
    LIBRARY,
    NEW,
    QUEUE,
    WALLET,
    SETTINGS;

    /** Its name in the texts. */
    String key() {
        return "rail." + name().toLowerCase(Locale.ROOT);
    }
}
