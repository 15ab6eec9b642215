package dev.slipway.server.review.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.server.review.queue.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote.
 *
 * @param name of who says that a right is broken; absent of viewers, and once it was erased
 * @param contact where that person can be reached; absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Complaint(
        long id,
        Instant at,
        Rule category,
        String text,
        @Nullable String name,
        @Nullable String contact) {}
