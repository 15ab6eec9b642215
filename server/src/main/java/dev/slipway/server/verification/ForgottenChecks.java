package dev.slipway.server.verification;

import dev.slipway.model.publication.ContentState;
import dev.slipway.server.publication.ContentChanged;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nothing of a film is kept once nobody can decide about it any more. */
@Component
class ForgottenChecks {
    private static final Set<ContentState> OVER =
            EnumSet.of(ContentState.CANCELLED, ContentState.EXPIRED, ContentState.DELETED);

    private final List<KeptOfCheck> kept;

    ForgottenChecks(List<KeptOfCheck> kept) {
        this.kept = List.copyOf(kept);
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        if (OVER.contains(changed.publication().content())) {
            kept.forEach(each -> each.forget(changed.publication().id()));
        }
    }
}
