package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.configuration.SweepSettings;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads that are open and get no byte any more. Their end makes what was paid for them due back. */
@Component
class AbandonedUploads {
    private final Publications publications;
    private final UploadRows rows;
    private final TransactionTemplate transactions;
    private final SweepSettings settings;
    private final InstantSource clock;

    AbandonedUploads(
            Publications publications,
            UploadRows rows,
            TransactionTemplate transactions,
            SweepSettings settings,
            InstantSource clock) {
        this.publications = publications;
        this.rows = rows;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        Publication publication = changed.publication();
        if (publication.content() == ContentState.UPLOADING) {
            rows.opened(publication.id(), clock.instant());
        } else if (changed.before() == ContentState.UPLOADING) {
            rows.closed(publication.id());
        }
    }

    List<PublicationId> find() {
        return rows.abandonedSince(clock.instant().minus(settings.uploadPeriod()));
    }

    /** Does nothing for one that moved, or was declared complete, since it was found. */
    void end(PublicationId id) {
        transactions.executeWithoutResult(status -> {
            rows.lock(id);
            if (find().contains(id)
                    && publications
                            .find(id)
                            .filter(publication -> publication.content() == ContentState.UPLOADING)
                            .isPresent()) {
                publications.changeContent(
                        id,
                        ContentState.EXPIRED,
                        new Reason(
                                ProblemCode.UPLOAD_INCOMPLETE,
                                "No byte arrived for " + settings.uploadPeriod().toDays()
                                        + " days, so the upload is over. What was paid goes back."));
            }
        });
    }
}
