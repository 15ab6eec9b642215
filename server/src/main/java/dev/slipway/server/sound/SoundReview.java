package dev.slipway.server.sound;

import dev.slipway.model.publication.PublicationId;

/** Tells how a verified publication sounds. */
public interface SoundReview {

    /** As it was judged with the check; clear where nobody judged it. */
    SoundVerdict of(PublicationId publication);
}
