package dev.slipway.server.configuration;

/** What one server of several does; by default each does everything. */
public enum Role {
    /** Answers requests. */
    API,
    /** Verifies and moderates. */
    WORKER,
    /** Watches the chain. */
    WATCHER
}
