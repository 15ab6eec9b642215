package dev.slipway.server.storage;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.model.publication.PublicationId;
import java.util.List;
import java.util.Map;

/** The same rows as {@link StoredArtifacts}, from the side that writes them: sealed first, visible once verified. */
public interface SealedArtifacts {

    /** Notes files that will not change any more. Part of the caller's transaction; repeating it changes nothing. */
    void record(PublicationId publication, List<SealedArtifact> artifacts);

    /** All of a publication's sealed files, verified or not, in the order of their names. */
    List<SealedArtifact> sealedFiles(PublicationId publication);

    /**
     * Makes a publication's files visible. Part of the caller's transaction.
     *
     * @param indexes by the artifact's name; files without tracks have none
     */
    void markVerified(PublicationId publication, Map<String, TrackIndex> indexes);

    /** Forgets the rows; the bytes are the store's. Part of the caller's transaction. */
    void forget(PublicationId publication);

    /** Bytes of all sealed files together. */
    long totalBytes();
}
