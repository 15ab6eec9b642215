package dev.slipway.server.upload;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.SealedArtifacts;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes the files of publications that are over, after a time of silence. */
@Component
class UploadSweep {
    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);

    private final Publications publications;
    private final UploadRows rows;
    private final UploadGrants grants;
    private final SealedArtifacts sealed;
    private final ArtifactStore store;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final UploadLimits limits;

    UploadSweep(
            Publications publications,
            UploadRows rows,
            UploadGrants grants,
            SealedArtifacts sealed,
            ArtifactStore store,
            TransactionTemplate transactions,
            InstantSource clock,
            UploadLimits limits) {
        this.publications = publications;
        this.rows = rows;
        this.grants = grants;
        this.sealed = sealed;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.limits = limits;
    }

    /** Whose uploads have been silent for long enough, and whose state says that nobody needs them. */
    List<PublicationId> over() {
        return rows.idleSince(clock.instant().minus(limits.idle())).stream()
                .filter(this::isOver)
                .toList();
    }

    /**
     * Of one publication, whenever its files were last touched; does nothing where it is not over. Asks the owner's state with
     * the uploads locked, so that none can be reopened meanwhile.
     */
    void sweep(PublicationId id) {
        transactions.executeWithoutResult(status -> {
            rows.lock(id);
            if (isOver(id)) {
                store.deleteAll(id);
                sealed.forget(id);
                rows.delete(id);
                grants.forget(id);
                log.info("Swept the files of publication {}", id);
            }
        });
    }

    private boolean isOver(PublicationId id) {
        return publications
                .find(id)
                .map(Publication::content)
                .map(UploadSweep::isOver)
                .orElse(true);
    }

    /** A rejected or hidden publication may come back after an appeal; its files stay. */
    private static boolean isOver(ContentState content) {
        return switch (content) {
            case CANCELLED, EXPIRED, DELETED -> true;
            case DRAFT, UPLOADING, VERIFYING, MODERATING, READY, PUBLISHED, REJECTED, HELD, TAKEN_DOWN -> false;
        };
    }
}
