package dev.slipway.desk.publication;

import java.util.Locale;

/** The parts of a publication's page, in the order in which they are usually filled. */
public enum Section {
    VIDEO,
    DETAILS,
    PREPARE,
    PAY,
    LAUNCH;

    String key() {
        return "section." + name().toLowerCase(Locale.ROOT);
    }
}
