package dev.slipway.server.review.queue;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to look at, or looked at; one row of table review_case.
 *
 * @param causes what the server found by itself
 * @param complaints how often people wrote
 * @param closing absent while it is open
 */
public record ReviewCase(
        long id,
        PublicationId publication,
        CaseKind kind,
        List<ReviewCause> causes,
        int complaints,
        Instant openedAt,
        @Nullable Claim claim,
        @Nullable Closing closing) {
    public ReviewCase {
        causes = List.copyOf(causes);
    }

    /** Whose it is, and until when. */
    public record Claim(UUID account, Instant until) {}

    /** What became of it. */
    public record Closing(Instant at, Action outcome) {}

    public boolean isOpen() {
        return closing == null;
    }

    public boolean isClaimedBy(UUID account) {
        return claim != null && claim.account().equals(account);
    }

    /** Whether somebody else is at it at that moment. */
    boolean isTakenFrom(UUID account, Instant now) {
        return claim != null && !claim.account().equals(account) && now.isBefore(claim.until());
    }
}
