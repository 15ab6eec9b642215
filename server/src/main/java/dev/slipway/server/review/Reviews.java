package dev.slipway.server.review;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.picture.PictureAlarm;
import dev.slipway.server.review.queue.ReviewQueue;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the rest of the server brings a film before a person. */
@Component
public class Reviews implements PictureAlarm {
    private final ReviewQueue queue;

    Reviews(ReviewQueue queue) {
        this.queue = queue;
    }

    /** What the checks found, unless the publication has moved on. Idempotent. */
    public void bring(PublicationId publication, List<ReviewCause> causes) {
        queue.bring(publication, causes);
    }

    /** Of a film that had passed. */
    @Override
    public void raise(PublicationId publication, String doubt) {
        queue.bringAgain(publication, new ReviewCause(ReviewCause.PICTURE, doubt));
    }
}
