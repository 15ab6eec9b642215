package dev.slipway.server.review.strike;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.review.queue.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A breach of the rules that counts against its author until it ends, or is withdrawn. Whose it is, is not told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Strike(
        long id,
        Instant at,
        Rule category,
        PublicationId publicationId,
        Instant endsAt,
        @Nullable Instant withdrawnAt) {}
