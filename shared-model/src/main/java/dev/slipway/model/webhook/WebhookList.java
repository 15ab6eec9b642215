package dev.slipway.model.webhook;

import java.util.List;

/** Answer to {@code GET /api/webhooks}: the caller's own, oldest first. */
public record WebhookList(List<Webhook> webhooks) {
    public WebhookList {
        webhooks = List.copyOf(webhooks);
    }
}
