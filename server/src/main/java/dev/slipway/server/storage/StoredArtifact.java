package dev.slipway.server.storage;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.publication.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * One sealed and verified file.
 *
 * @param path the artifact's name in the manifest
 * @param sha256 64 lower-case hex digits, of the bytes as they are stored
 * @param contentType the media type to serve it with
 * @param trackIndex what playlists are written from; present for VIDEO and AUDIO
 */
public record StoredArtifact(
        PublicationId publication,
        String path,
        ArtifactRole role,
        long bytes,
        String sha256,
        ObjectKey key,
        String contentType,
        @Nullable TrackIndex trackIndex) {}
