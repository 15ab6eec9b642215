package dev.slipway.server.webhook;

import dev.slipway.model.webhook.Webhook;
import dev.slipway.model.webhook.WebhookScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of table webhook_endpoint.
 *
 * @param events empty means all
 * @param failingSince since when nothing was taken
 * @param failures tries that came to nothing since then
 */
record Endpoint(
        UUID id,
        UUID account,
        String url,
        WebhookScope scope,
        List<String> events,
        Instant createdAt,
        @Nullable Instant failingSince,
        int failures,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason) {
    Endpoint {
        events = List.copyOf(events);
    }

    boolean wants(String type) {
        return disabledAt == null && (events.isEmpty() || events.contains(type));
    }

    Webhook shown() {
        Webhook.Disabled disabled =
                disabledAt == null || disabledReason == null ? null : new Webhook.Disabled(disabledAt, disabledReason);
        return new Webhook(id, url, scope, events, createdAt, failingSince, disabled);
    }
}
