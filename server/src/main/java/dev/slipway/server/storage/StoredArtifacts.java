package dev.slipway.server.storage;

import dev.slipway.model.publication.PublicationId;
import java.util.List;
import java.util.Optional;

/**
 * The rows that make stored bytes visible. Only sealed files that passed verification are found here; whether their
 * publication may be shown is the publication's own state. Serving is the same for every store: find the row, then
 * {@link ArtifactStore#read} or {@link ArtifactStore#localFile} with its key.
 */
public interface StoredArtifacts {

    /** @param path the artifact's name in the manifest; any text is safe */
    Optional<StoredArtifact> find(PublicationId publication, String path);

    /**
     * The same file as {@link #find}, without the index that is read from the database in full: every segment of a
     * film is a request of its own.
     *
     * @param path the artifact's name in the manifest; any text is safe
     */
    Optional<StoredFile> file(PublicationId publication, String path);

    /** In the order of their names. Empty until the publication's files passed verification. */
    List<StoredArtifact> of(PublicationId publication);
}
