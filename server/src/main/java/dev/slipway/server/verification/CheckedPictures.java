package dev.slipway.server.verification;

import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.model.publication.PublicationId;

/** What the check saw of a publication's pictures; implemented where it is judged. */
public interface CheckedPictures {

    /** Replaces what was kept before. Part of the caller's transaction. */
    void keep(PublicationId publication, ReviewMaterial material);
}
