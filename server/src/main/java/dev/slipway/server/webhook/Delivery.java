package dev.slipway.server.webhook;

import dev.slipway.model.webhook.WebhookEvent;
import java.util.UUID;

/**
 * What the next request needs of a row of table webhook_delivery.
 *
 * @param body the JSON as it was written once, so that all requests of it are the same
 * @param attempts made so far
 */
record Delivery(UUID id, String event, String body, int attempts) {
    boolean isTest() {
        return event.equals(WebhookEvent.TEST);
    }
}
