package dev.slipway.server.moderation;

import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.Publication;

/** Reviews one verified publication. Idempotent. */
public interface Moderator {

    Decision review(Publication publication);

    /** The outcome of a review. */
    sealed interface Decision {
        /** It may be shown. */
        record Passed() implements Decision {}

        /** It may not, for the reason given. */
        record Refused(PublicationStatus.Reason reason) implements Decision {}
    }
}
