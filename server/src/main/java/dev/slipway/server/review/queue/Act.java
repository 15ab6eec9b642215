package dev.slipway.server.review.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param account whose act it was; absent where the server acted by itself
 * @param before how the content stood
 * @param message the statement of reasons; absent where the whole log is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Act(
        long id,
        Instant at,
        Action action,
        @Nullable Rule category,
        @Nullable Long caseId,
        PublicationId publicationId,
        @Nullable ContentState before,
        @Nullable ContentState after,
        boolean automatic,
        @Nullable UUID account,
        @Nullable String message) {}
