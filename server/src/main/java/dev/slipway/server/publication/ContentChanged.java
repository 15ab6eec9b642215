package dev.slipway.server.publication;

import dev.slipway.model.publication.ContentState;

/** Told within the transaction that makes the change, so that what a listener schedules is kept or lost with it. */
public record ContentChanged(Publication publication, ContentState before) {}
