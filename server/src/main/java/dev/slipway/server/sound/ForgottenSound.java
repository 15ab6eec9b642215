package dev.slipway.server.sound;

import dev.slipway.model.publication.ContentState;
import dev.slipway.server.publication.ContentChanged;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was said of a film's sound is not kept once nobody can decide about it any more. */
@Component
class ForgottenSound {
    private static final Set<ContentState> OVER =
            EnumSet.of(ContentState.CANCELLED, ContentState.EXPIRED, ContentState.DELETED);

    private final SoundRows rows;

    ForgottenSound(SoundRows rows) {
        this.rows = rows;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        if (OVER.contains(changed.publication().content())) {
            rows.forget(changed.publication().id());
        }
    }
}
