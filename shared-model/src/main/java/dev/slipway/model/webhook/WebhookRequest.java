package dev.slipway.model.webhook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/webhooks}.
 *
 * @param url where requests are sent, https in production
 * @param events types of {@link WebhookEvent}; absent or empty means all
 * @param scope absent means {@code own}
 */
public record WebhookRequest(
        String url, @Nullable List<String> events, @Nullable WebhookScope scope) {
    public WebhookRequest {
        Objects.requireNonNull(url, "a url is needed");
        events = events == null ? null : List.copyOf(events);
    }

    /** Empty means all. */
    public List<String> eventsOrAll() {
        return events == null ? List.of() : events;
    }

    public WebhookScope scopeOrOwn() {
        return scope == null ? WebhookScope.OWN : scope;
    }
}
