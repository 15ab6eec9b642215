package dev.slipway.desk.publication;

import java.util.Locale;

/** How a section of a publication's page is marked. */
public enum SectionState {
    EMPTY,
    READY,
    RUNNING,
    DONE,
    NEEDS;

    String key() {
        return "section.state." + name().toLowerCase(Locale.ROOT);
    }
}
