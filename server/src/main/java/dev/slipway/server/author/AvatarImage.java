package dev.slipway.server.author;

/**
 * An author's picture as it is shown.
 *
 * @param webp a whole file, of this server's own making
 * @param sha256 of it, in hex
 */
public record AvatarImage(byte[] webp, String sha256) {}
