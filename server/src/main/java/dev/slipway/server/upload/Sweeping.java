package dev.slipway.server.upload;

/** How a sweep is meant. */
public enum Sweeping {
    /** It says what it would do. */
    DRY,
    REAL
}
