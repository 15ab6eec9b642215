package dev.slipway.server.publication;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationStatus.Reason;

/** Told within the transaction that says why a publication stays where it is. */
public record ContentExplained(Publication publication) {

    /** Whether it waits for a person from here on. */
    public boolean isInReview() {
        Reason reason = publication.problem();
        return reason != null && reason.code() == ProblemCode.IN_REVIEW;
    }
}
