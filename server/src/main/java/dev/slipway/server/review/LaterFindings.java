package dev.slipway.server.review;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.picture.PictureAlarm;
import dev.slipway.server.review.queue.ReviewQueue;
import org.springframework.stereotype.Component;

/** Brings films before a person in which something was found after they had passed. */
@Component
class LaterFindings implements PictureAlarm {
    private final ReviewQueue queue;

    LaterFindings(ReviewQueue queue) {
        this.queue = queue;
    }

    @Override
    public void raise(PublicationId publication, String doubt) {
        queue.bringAgain(publication, new ReviewCause(ReviewCause.PICTURE, doubt));
    }
}
