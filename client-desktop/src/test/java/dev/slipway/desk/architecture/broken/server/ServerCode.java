package dev.slipway.desk.architecture.broken.server;

/** What the desk must not know. */
public record ServerCode() {}
