package dev.slipway.server.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case as the list shows it.
 *
 * @param posterUrl opens without a header, for some hours; absent where the files were never verified
 * @param outcome absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseReply(
        long id,
        CaseKind kind,
        PublicationId publicationId,
        String title,
        ContentState content,
        AccessLevel access,
        Instant openedAt,
        long durationMicros,
        List<ReviewCause> causes,
        int complaints,
        @Nullable Claim claim,
        @Nullable String posterUrl,
        @Nullable Instant closedAt,
        @Nullable Action outcome) {

    /** @param mine whether the one who asks has it */
    public record Claim(boolean mine, Instant until) {}

    /**
     * A page of the queue.
     *
     * @param counts of all that are open, by kind
     */
    public record Page(List<CaseReply> cases, Map<CaseKind, Long> counts) {}
}
