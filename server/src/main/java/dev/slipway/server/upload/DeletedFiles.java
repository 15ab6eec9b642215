package dev.slipway.server.upload;

import dev.slipway.model.publication.ContentState;
import dev.slipway.server.database.Jobs;
import dev.slipway.server.publication.ContentChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the files of a deleted publication deleted too: by a job, because no transaction takes a file back. */
@Component
class DeletedFiles {
    static final String TASK = "sweep-publication";

    private final Jobs jobs;

    DeletedFiles(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        if (changed.publication().content() == ContentState.DELETED) {
            jobs.now(TASK, changed.publication().id().toString());
        }
    }
}
