package dev.slipway.server.hashtag;

import dev.slipway.model.publication.ContentState;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.Publication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts a publication's hashtags for as long as people may come across it, its author's name told or not. */
@Component
class HashtagIndex {
    private final HashtagRows rows;

    HashtagIndex(HashtagRows rows) {
        this.rows = rows;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        Publication publication = changed.publication();
        boolean isShown = publication.content() == ContentState.PUBLISHED;
        if (isShown && publication.form().access().mayBeListed()) {
            rows.add(publication.id(), publication.form().hashtags());
        } else if (changed.before() == ContentState.PUBLISHED) {
            rows.remove(publication.id());
        }
    }
}
