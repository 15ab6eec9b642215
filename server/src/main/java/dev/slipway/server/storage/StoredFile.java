package dev.slipway.server.storage;

/**
 * What it takes to send one visible file, and nothing that grows with its length.
 *
 * @param sha256 64 lower-case hex digits, of the bytes as they are stored
 * @param contentType the media type to serve it with
 */
public record StoredFile(ObjectKey key, long bytes, String sha256, String contentType) {}
