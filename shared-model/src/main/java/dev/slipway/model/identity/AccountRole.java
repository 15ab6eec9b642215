package dev.slipway.model.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account may do beside its own publications. */
public enum AccountRole {
    /** Publishes. Everybody who is signed in. */
    CREATOR,
    /** Decides about what others publish. */
    MODERATOR,
    /** Runs the server. */
    OPERATOR;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
