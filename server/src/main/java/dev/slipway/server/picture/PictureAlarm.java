package dev.slipway.server.picture;

import dev.slipway.model.publication.PublicationId;

/** Told of what the list of blocked pictures finds in films that passed it before; implemented where people decide. */
public interface PictureAlarm {

    /**
     * Has a person look, unless there is nothing to decide about the publication any more. Idempotent.
     *
     * @param doubt a sentence for the moderator
     */
    void raise(PublicationId publication, String doubt);
}
