package dev.slipway.server.picture;

import dev.slipway.model.publication.PublicationId;

/** Judges how a verified publication looks. */
public interface PictureReview {

    /** By the lists of the moment: asked again, the same publication may come to something else. */
    PictureVerdict of(PublicationId publication);
}
