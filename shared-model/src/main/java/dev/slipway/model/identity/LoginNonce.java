package dev.slipway.model.identity;

import java.time.Instant;

/** Answer to {@code POST /api/auth/nonce}: what one message to sign in carries, once. */
public record LoginNonce(String nonce, Instant expiresAt) {}
