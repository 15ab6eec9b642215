package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the content of a publication stands. The transitions below are the only ones; the server checks each. */
public enum ContentState {
    /** Offered terms, not signed yet, or signed and not paid. */
    DRAFT,
    /** The grant is live: files may arrive. */
    UPLOADING,
    VERIFYING,
    MODERATING,
    /** Everything was checked; waits for the payment to be confirmed. */
    READY,
    PUBLISHED,
    REJECTED,
    /** Out of sight for now: a reorganisation took the payment back, or a moderator asked for time. */
    HELD,
    TAKEN_DOWN,
    CANCELLED,
    EXPIRED,
    DELETED;

    private static final Map<ContentState, Set<ContentState>> NEXT = Map.ofEntries(
            Map.entry(DRAFT, EnumSet.of(UPLOADING, CANCELLED, EXPIRED)),
            Map.entry(UPLOADING, EnumSet.of(VERIFYING, CANCELLED, EXPIRED)),
            Map.entry(VERIFYING, EnumSet.of(MODERATING, REJECTED, HELD, CANCELLED)),
            Map.entry(MODERATING, EnumSet.of(READY, REJECTED, HELD, CANCELLED)),
            Map.entry(READY, EnumSet.of(PUBLISHED, REJECTED, HELD, CANCELLED)),
            Map.entry(PUBLISHED, EnumSet.of(HELD, TAKEN_DOWN, EXPIRED, DELETED)),
            Map.entry(HELD, EnumSet.of(READY, PUBLISHED, REJECTED, TAKEN_DOWN, DELETED)),
            Map.entry(TAKEN_DOWN, EnumSet.of(PUBLISHED, DELETED)),
            Map.entry(REJECTED, EnumSet.of(MODERATING, DELETED)),
            Map.entry(CANCELLED, EnumSet.of(DELETED)),
            // A payment in time that the server saw only after the expiry opens the upload after all.
            Map.entry(EXPIRED, EnumSet.of(UPLOADING, DELETED)),
            Map.entry(DELETED, EnumSet.noneOf(ContentState.class)));

    public boolean mayBecome(ContentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether nothing more happens without a person. */
    public boolean isSettled() {
        return switch (this) {
            case PUBLISHED, REJECTED, TAKEN_DOWN, CANCELLED, EXPIRED, DELETED -> true;
            case DRAFT, UPLOADING, VERIFYING, MODERATING, READY, HELD -> false;
        };
    }

    /** The text form in JSON and in the database, such as {@code taken-down}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
