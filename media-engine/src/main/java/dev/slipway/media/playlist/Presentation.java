package dev.slipway.media.playlist;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackKind;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The playable tracks of one publication, largest rung first.
 *
 * @param rungs pictures without sound
 * @param sounds one file for each sound codec
 * @param subtitles WebVTT artifacts
 */
public record Presentation(List<Track> rungs, List<Track> sounds, List<Artifact> subtitles) {

    private static final Map<String, String> SOUND_OF = Map.of("vp9", "opus", "av1", "opus", "h264", "aac");

    /**
     * An artifact with the index of its file.
     *
     * @param path the artifact's bare file name
     * @param language BCP 47 tag, or null where the manifest names none
     */
    public record Track(
            String path, TrackIndex index, @Nullable String language) {

        /** The file name without its ending: a name for playlists and representations. */
        public String name() {
            return Presentation.name(path);
        }
    }

    public Presentation {
        rungs = List.copyOf(rungs);
        sounds = List.copyOf(sounds);
        subtitles = List.copyOf(subtitles);
    }

    /** @throws IllegalArgumentException when the manifest names no rung, or one that has no index */
    public static Presentation of(Manifest manifest, Map<String, TrackIndex> indexes) {
        Comparator<Track> largestFirst = Comparator.comparingLong((Track track) ->
                        (long) track.index().width() * track.index().height())
                .thenComparingLong(track -> track.index().bytes())
                .reversed();
        List<Track> rungs = tracks(manifest, ArtifactRole.VIDEO, TrackKind.VIDEO, indexes).stream()
                .sorted(largestFirst)
                .toList();
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a presentation needs at least one VIDEO artifact");
        }
        return new Presentation(
                rungs,
                tracks(manifest, ArtifactRole.AUDIO, TrackKind.AUDIO, indexes),
                manifest.withRole(ArtifactRole.SUBTITLES).toList());
    }

    /** The sound that goes with a rung: Opus with VP9 and AV1, AAC with H.264, else whatever there is. */
    public Optional<Track> soundFor(Track rung) {
        String wanted = SOUND_OF.getOrDefault(rung.index().codec(), "");
        return sounds.stream()
                .filter(sound -> sound.index().codec().equals(wanted))
                .findFirst()
                .or(() -> sounds.stream().findFirst());
    }

    /** Length of the longest track. */
    public long durationMicros() {
        return rungs.stream()
                .mapToLong(rung -> rung.index().durationMicros())
                .max()
                .orElseThrow();
    }

    static String name(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static List<Track> tracks(
            Manifest manifest, ArtifactRole role, TrackKind kind, Map<String, TrackIndex> indexes) {
        return manifest.withRole(role)
                .map(artifact -> new Track(
                        artifact.path(),
                        indexOf(artifact, kind, indexes),
                        artifact.media().language()))
                .toList();
    }

    private static TrackIndex indexOf(Artifact artifact, TrackKind kind, Map<String, TrackIndex> indexes) {
        TrackIndex index = indexes.get(artifact.path());
        if (index == null || index.kind() != kind) {
            throw new IllegalArgumentException(
                    artifact.path() + " is a " + artifact.role() + " artifact and has no index of that kind");
        }
        return index;
    }
}
