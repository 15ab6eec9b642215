package dev.slipway.server.configuration;

/** How much the server may assume for itself. */
public enum Mode {
    /** Loopback, embedded database, development chain, keys made on the spot. */
    DEVELOPMENT,
    /** Nothing is assumed: a missing setting stops the start. */
    PRODUCTION
}
