package dev.slipway.model.webhook;

import java.util.UUID;

/**
 * Answer to {@code POST /api/webhooks}, the only one that has the secret.
 *
 * @param secret {@code whsec_} and the key in base64 (Standard Webhooks, "Signing secret serialization")
 */
public record NewWebhook(UUID id, String secret) {
    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "NewWebhook[" + id + "]";
    }
}
