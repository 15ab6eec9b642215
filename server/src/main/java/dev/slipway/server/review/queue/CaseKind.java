package dev.slipway.server.review.queue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Who brought something before a person. */
public enum CaseKind {
    /** The server's own checks. */
    CHECK,
    /** Viewers. */
    REPORT,
    /** Somebody who says that a right of theirs is broken. */
    NOTICE,
    /** The author, of whom that was said. */
    COUNTER_NOTICE,
    /** The author, against a decision. */
    APPEAL,
    /** A moderator, by their own motion. */
    MODERATOR;

    /** Whether its author brings a decision before a person again. */
    public boolean isAgainstDecision() {
        return this == APPEAL || this == COUNTER_NOTICE;
    }

    /** In JSON and in the database, such as {@code counter-notice}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static CaseKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of case: \"" + text + "\""));
    }
}
