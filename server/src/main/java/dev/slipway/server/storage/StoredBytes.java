package dev.slipway.server.storage;

import java.time.Instant;

/**
 * A file as the store has it, whether a row knows of it or not.
 *
 * @param changedAt when bytes were added last
 */
public record StoredBytes(ObjectKey key, long bytes, Instant changedAt) {}
