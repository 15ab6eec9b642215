package dev.slipway.server.publication;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.AccessPolicy;
import dev.slipway.server.access.Tier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to a publication for those who do not hold its grant: pages, playlists, files, authors' pictures and the
 * public status all ask here, and show nothing that it does not give them. The row is read anew for every question.
 */
@Component
@Transactional(readOnly = true)
public class Admission {
    private static final Set<ContentState> SHOWN = EnumSet.of(ContentState.PUBLISHED);
    /** Where the files were verified, or may have been. */
    private static final Set<ContentState> REVIEWED = EnumSet.of(
            ContentState.MODERATING,
            ContentState.READY,
            ContentState.PUBLISHED,
            ContentState.HELD,
            ContentState.REJECTED,
            ContentState.TAKEN_DOWN);

    private final PublicationRows rows;
    private final AccessPolicy policy;

    Admission(PublicationRows rows, AccessPolicy policy) {
        this.rows = rows;
        this.policy = policy;
    }

    /** For whoever makes the request; empty where there is none, or it is not shown, or not to them. */
    public Optional<Publication> find(PublicationId id) {
        return find(id, policy.viewer());
    }

    /** For the holder of an address that was given to such a viewer. */
    public Optional<Publication> find(PublicationId id, Tier viewer) {
        return rows.findById(id.uuid())
                .filter(row -> states(viewer).contains(row.content()) && policy.mayWatch(row.accessLevel(), viewer))
                .map(PublicationRow::snapshot);
    }

    /** The level of what there is to find; reads no more than it needs, for it is asked with every range played. */
    public Optional<AccessLevel> level(PublicationId id, Tier viewer) {
        return rows.findAccessLevel(id.uuid(), states(viewer)).filter(level -> policy.mayWatch(level, viewer));
    }

    private static Set<ContentState> states(Tier viewer) {
        return viewer == Tier.REVIEWER ? REVIEWED : SHOWN;
    }
}
