package dev.slipway.server.storage;

import dev.slipway.model.publication.PublicationId;
import java.util.Set;

/**
 * Whoever keeps files in the {@link ArtifactStore} and has rows that name them. A file that no owner names is swept
 * once it is two days old, so each table with keys in it has an owner.
 */
public interface FileOwner {

    /** All that its rows name of the publication. */
    Set<ObjectKey> filesOf(PublicationId publication);
}
