package dev.slipway.media.playlist;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackIndexer;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts playlists with relative addresses beside the files of a prepared folder, for play on the desk. */
public final class LocalPlaylists {
    public static final List<String> FOLDERS = List.of("hls", "dash");

    private static final String ENDING = ".m3u8";
    private static final Set<String> PLAYED = Set.of("mp4", "vtt");

    private LocalPlaylists() {}

    /**
     * The files that are written for these artifacts, relative to the folder.
     *
     * @param paths of rungs, sounds, subtitles and others, which have none
     */
    public static List<String> names(List<String> paths) {
        return Stream.concat(
                        Stream.of("hls/master.m3u8", "dash/manifest.mpd", "thumbnails.vtt"),
                        paths.stream()
                                .filter(path -> PLAYED.contains(path.substring(path.lastIndexOf('.') + 1)))
                                .map(path -> "hls/" + Presentation.name(path) + ENDING))
                .toList();
    }

    /**
     * Writes {@code hls/master.m3u8}, {@code hls/NAME.m3u8}, {@code dash/manifest.mpd} and, where there is a sheet,
     * {@code thumbnails.vtt}. Links of those names are replaced, and what they lead to stays as it is.
     *
     * @param unfinished what each is called while it is written, on the same disk
     */
    public static void write(Path folder, Manifest manifest, Path unfinished) throws IOException {
        Presentation presentation = Presentation.of(manifest, index(folder, manifest));
        Path hls = Files.createDirectories(folder.resolve("hls"));
        Path dash = Files.createDirectories(folder.resolve("dash"));
        put(
                unfinished,
                hls.resolve("master.m3u8"),
                HlsPlaylists.master(presentation, path -> Presentation.name(path) + ENDING));
        for (List<Presentation.Track> tracks : List.of(presentation.rungs(), presentation.sounds())) {
            for (Presentation.Track track : tracks) {
                put(
                        unfinished,
                        hls.resolve(track.name() + ENDING),
                        HlsPlaylists.media(track.index(), parent(track.path())));
            }
        }
        for (Artifact subtitles : presentation.subtitles()) {
            put(
                    unfinished,
                    hls.resolve(Presentation.name(subtitles.path()) + ENDING),
                    HlsPlaylists.subtitles(presentation.durationMicros(), parent(subtitles.path())));
        }
        put(unfinished, dash.resolve("manifest.mpd"), DashManifest.write(presentation, LocalPlaylists::parent));
        Optional<Artifact> sheet = manifest.withRole(ArtifactRole.THUMBNAILS).findFirst();
        if (sheet.isPresent()) {
            put(
                    unfinished,
                    folder.resolve("thumbnails.vtt"),
                    ThumbnailTrack.write(
                            sheet.get(),
                            presentation.durationMicros(),
                            sheet.get().path()));
        }
    }

    /** Not in its place: what has its name now may be a link, and writing through it would cost another file. */
    private static void put(Path unfinished, Path file, String text) throws IOException {
        Files.deleteIfExists(unfinished);
        Files.writeString(unfinished, text, StandardOpenOption.CREATE_NEW);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, TrackIndex> index(Path folder, Manifest manifest) throws IOException {
        Map<String, TrackIndex> indexes = new HashMap<>();
        for (Artifact artifact : manifest.artifacts()) {
            if (artifact.role() == ArtifactRole.VIDEO || artifact.role() == ArtifactRole.AUDIO) {
                indexes.put(artifact.path(), TrackIndexer.index(folder.resolve(artifact.path())));
            }
        }
        return indexes;
    }

    private static String parent(String path) {
        return "../" + path;
    }
}
