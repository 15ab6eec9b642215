package dev.slipway.server.author;

import dev.slipway.model.profile.Profile;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.Publication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever publishes becomes an author, and what they tell with a publication is known once that is shown. */
@Component
class AuthorRegister {
    private final AuthorRows authors;
    private final ArrivedAvatars avatars;

    AuthorRegister(AuthorRows authors, ArrivedAvatars avatars) {
        this.authors = authors;
        this.avatars = avatars;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        Publication publication = changed.publication();
        switch (publication.content()) {
            case PUBLISHED -> register(publication);
            case CANCELLED, EXPIRED, DELETED -> avatars.forget(publication.id());
            case DRAFT, UPLOADING, VERIFYING, MODERATING, READY, REJECTED, HELD, TAKEN_DOWN -> {
                // It may be shown yet, or again: what its author told then is told already.
            }
        }
    }

    private void register(Publication publication) {
        authors.create(publication.author());
        Profile profile = publication.form().profile();
        if (profile != null && !profile.incognito()) {
            authors.tell(publication, profile, avatars.checked(publication.id()));
        }
        avatars.forget(publication.id());
    }
}
