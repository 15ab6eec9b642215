package dev.slipway.server.publication;

/** Told within the transaction that says why a publication stays where it is. */
public record ContentExplained(Publication publication) {}
