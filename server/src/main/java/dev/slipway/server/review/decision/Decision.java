package dev.slipway.server.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides.
 *
 * @param category the rule that is broken; needed with what goes against the author
 * @param message the statement of reasons, which the author reads; needed likewise
 * @param strike whether it counts against the author; absent is no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Decision(
        Action action,
        @Nullable Rule category,
        @Nullable String message,
        @Nullable Boolean strike) {

    boolean counts() {
        return Boolean.TRUE.equals(strike);
    }
}
