package dev.slipway.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param id the {@code webhook-id} of all its requests
 * @param event the type of the {@link WebhookEvent}
 * @param attempts since it was made or sent anew
 * @param status of the last answer in HTTP, absent where nobody answered
 * @param answer the beginning of the last answer, or why there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDelivery(
        UUID id,
        String event,
        State state,
        Instant createdAt,
        int attempts,
        @Nullable Instant lastTryAt,
        @Nullable Instant nextTryAt,
        @Nullable Integer status,
        @Nullable String answer) {

    /** Where it stands. */
    public enum State {
        WAITING,
        DELIVERED,
        /** Given up; it can be sent anew. */
        DEAD;

        /** The text form in JSON and in the database. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
