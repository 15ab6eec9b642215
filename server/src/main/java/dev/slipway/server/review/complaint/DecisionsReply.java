package dev.slipway.server.review.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a publication, for its author: a statement of reasons for each decision.
 *
 * @param mayAppeal whether a person can be asked to look at the last of them again
 */
public record DecisionsReply(List<Statement> decisions, boolean mayAppeal) {

    /**
     * One decision.
     *
     * @param category the rule that is broken; absent where none is
     * @param automatic whether no person had a part in it
     * @param basis who brought it up: a kind of case; absent where the server decided by itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(
            Instant at,
            Action action,
            @Nullable Rule category,
            @Nullable String message,
            boolean automatic,
            @Nullable CaseKind basis) {}
}
