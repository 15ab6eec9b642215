package dev.slipway.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its owner sees it.
 *
 * @param events what it is told of; empty means all
 * @param failingSince since when nothing was taken there, absent while all is well
 * @param disabled why and since when nothing is sent there any more, absent while it is; a test that is taken ends it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Webhook(
        UUID id,
        String url,
        WebhookScope scope,
        List<String> events,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Disabled disabled) {
    public Webhook {
        events = List.copyOf(events);
    }

    /** @param reason a sentence */
    public record Disabled(Instant at, String reason) {}
}
