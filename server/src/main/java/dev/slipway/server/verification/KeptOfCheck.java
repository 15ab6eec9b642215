package dev.slipway.server.verification;

import dev.slipway.model.publication.PublicationId;

/** What is kept of a check for whoever decides about the publication; implemented by each who keeps some. */
public interface KeptOfCheck {

    /** Part of the caller's transaction. */
    void forget(PublicationId publication);
}
