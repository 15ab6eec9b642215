package dev.slipway.server.identity;

import dev.slipway.model.publication.ContentState;
import dev.slipway.server.publication.ContentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever publishes for the first time has an account from then on. */
@Component
class NewAuthors {
    private final Accounts accounts;

    NewAuthors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        if (changed.publication().content() == ContentState.PUBLISHED) {
            accounts.of(changed.publication().author());
        }
    }
}
