package dev.slipway.server.moderation;

import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.Publication;
import java.util.List;

/** Reviews one verified publication. Idempotent. */
public interface Moderator {

    Decision review(Publication publication);

    /** The outcome of a review. */
    sealed interface Decision {
        /** It may be shown. */
        record Passed() implements Decision {}

        /**
         * A person decides.
         *
         * @param causes why; at least one
         */
        record ForReview(List<ReviewCause> causes) implements Decision {
            public ForReview {
                causes = List.copyOf(causes);
            }
        }

        /** It may not, for the reason given. */
        record Refused(PublicationStatus.Reason reason) implements Decision {}
    }
}
