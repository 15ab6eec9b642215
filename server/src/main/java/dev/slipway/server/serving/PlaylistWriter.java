package dev.slipway.server.serving;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.playlist.DashManifest;
import dev.slipway.media.playlist.HlsPlaylists;
import dev.slipway.media.playlist.Presentation;
import dev.slipway.media.playlist.ThumbnailTrack;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.storage.StoredArtifact;
import dev.slipway.server.storage.StoredArtifacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a publication's playlists from the indexes that verification stored; none was ever uploaded. */
@Component
class PlaylistWriter {
    private static final MediaType HLS = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType DASH = MediaType.parseMediaType("application/dash+xml");
    private static final MediaType WEBVTT = MediaType.parseMediaType("text/vtt;charset=UTF-8");

    private final StoredArtifacts artifacts;

    PlaylistWriter(StoredArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** A playlist and its media type. */
    record Playlist(MediaType type, String text) {}

    /** Whether the name may be a playlist's; what is not is a file, for which no index has to be read. */
    static boolean mayWrite(String name) {
        return name.equals(MediaLinks.DASH)
                || name.equals(MediaLinks.THUMBNAILS)
                || name.endsWith(MediaLinks.MEDIA_PLAYLIST_ENDING);
    }

    /**
     * The playlist of that name, or nothing where the name is not a playlist's.
     *
     * @param folder from a file's name to its address, as seen from where the playlist is served
     */
    Optional<Playlist> write(Publication publication, String name, UnaryOperator<String> folder) {
        return switch (name) {
            case MediaLinks.HLS_MASTER -> Optional.of(master(publication, folder));
            case MediaLinks.DASH ->
                Optional.of(new Playlist(DASH, DashManifest.write(presentation(publication), folder)));
            case MediaLinks.THUMBNAILS -> thumbnails(publication, folder);
            default ->
                name.endsWith(MediaLinks.MEDIA_PLAYLIST_ENDING) ? media(publication, name, folder) : Optional.empty();
        };
    }

    private Playlist master(Publication publication, UnaryOperator<String> folder) {
        return new Playlist(
                HLS,
                HlsPlaylists.master(
                        presentation(publication), path -> folder.apply(path + MediaLinks.MEDIA_PLAYLIST_ENDING)));
    }

    private Optional<Playlist> media(Publication publication, String name, UnaryOperator<String> folder) {
        String path = name.substring(0, name.length() - MediaLinks.MEDIA_PLAYLIST_ENDING.length());
        return artifacts.find(publication.id(), path).flatMap(file -> {
            TrackIndex index = file.trackIndex();
            if (index != null) {
                return Optional.of(new Playlist(HLS, HlsPlaylists.media(index, folder.apply(path))));
            }
            return file.role() == ArtifactRole.SUBTITLES
                    ? Optional.of(new Playlist(
                            HLS,
                            HlsPlaylists.subtitles(presentation(publication).durationMicros(), folder.apply(path))))
                    : Optional.empty();
        });
    }

    private Optional<Playlist> thumbnails(Publication publication, UnaryOperator<String> folder) {
        Manifest manifest = publication.manifest().manifest();
        return manifest.withRole(ArtifactRole.THUMBNAILS)
                .findFirst()
                .map(sheet -> new Playlist(
                        WEBVTT,
                        ThumbnailTrack.write(
                                sheet, presentation(publication).durationMicros(), folder.apply(sheet.path()))));
    }

    private Presentation presentation(Publication publication) {
        Map<String, TrackIndex> indexes = new HashMap<>();
        for (StoredArtifact file : artifacts.of(publication.id())) {
            TrackIndex index = file.trackIndex();
            if (index != null) {
                indexes.put(file.path(), index);
            }
        }
        return Presentation.of(publication.manifest().manifest(), indexes);
    }
}
