package dev.slipway.desk.draft;

import java.util.UUID;

/** Names a draft on this desk; it also names the draft's work folder, so it is never text from outside. */
public record DraftId(UUID value) {

    public static DraftId random() {
        return new DraftId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
