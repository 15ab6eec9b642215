package dev.slipway.server.review.queue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can happen to a case, and to what it is about. The log knows them all; a person decides by some. */
public enum Action {
    OPEN,
    CLAIM,
    RELEASE,
    /** What was never shown may be. */
    PUBLISH,
    /** What was never shown will not be. */
    REJECT,
    /** Out of sight until there is another decision. */
    HOLD,
    /** What was shown is shown no more. */
    TAKE_DOWN,
    /** What was shown is shown again. */
    RESTORE,
    /** Nothing changes. */
    DISMISS,
    STRIKE,
    WITHDRAW_STRIKE,
    /** The case closed by itself: what it was about went its own way. */
    MOOT;

    private static final Set<Action> DECISIONS = EnumSet.of(PUBLISH, REJECT, HOLD, TAKE_DOWN, RESTORE, DISMISS);
    private static final Set<Action> AGAINST_THE_AUTHOR = EnumSet.of(REJECT, HOLD, TAKE_DOWN);

    public boolean isDecision() {
        return DECISIONS.contains(this);
    }

    /** Whether the author is told a rule and a reason, and may appeal. */
    public boolean isAgainstTheAuthor() {
        return AGAINST_THE_AUTHOR.contains(this);
    }

    /** Whether a strike can come with it. */
    public boolean isFinal() {
        return this == REJECT || this == TAKE_DOWN;
    }

    /** In JSON and in the database, such as {@code take-down}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Action parse(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action: \"" + text + "\""));
    }
}
