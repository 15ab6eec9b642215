package dev.slipway.media.prepare.place;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.playlist.LocalPlaylists;
import dev.slipway.media.still.PosterCandidates;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names that a run gives in the output folder, or takes from an earlier run there.
 *
 * @param artifacts what a manifest names
 * @param files relative to the output folder, the artifacts among them
 * @param folders that some of the files lie in
 */
public record TargetNames(List<String> artifacts, List<String> files, List<String> folders) {
    public TargetNames {
        artifacts = List.copyOf(artifacts);
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }

    /** @param reports written beside the manifest */
    public static TargetNames of(Plan plan, List<String> reports) {
        List<String> artifacts = artifacts(plan);
        List<String> files = new ArrayList<>(beside(artifacts, reports));
        List<String> folders = new ArrayList<>(LocalPlaylists.FOLDERS);
        if (plan.poster().candidates() > 0) {
            files.addAll(PosterCandidates.names(plan.poster().candidates()));
            folders.add(PosterCandidates.FOLDER);
        }
        return new TargetNames(artifacts, files, folders);
    }

    /**
     * Of a film that is finished, but not all in its place.
     *
     * @param candidates relative to the output folder, that still wait
     */
    public static TargetNames of(Manifest manifest, List<String> reports, List<String> candidates) {
        List<String> artifacts =
                manifest.artifacts().stream().map(Artifact::path).toList();
        List<String> folders = new ArrayList<>(LocalPlaylists.FOLDERS);
        if (!candidates.isEmpty()) {
            folders.add(PosterCandidates.FOLDER);
        }
        List<String> files = new ArrayList<>(beside(artifacts, reports));
        files.addAll(candidates);
        return new TargetNames(artifacts, files, folders);
    }

    private static List<String> beside(List<String> artifacts, List<String> reports) {
        List<String> files = new ArrayList<>(artifacts);
        files.add(Manifest.FILE_NAME);
        files.addAll(reports);
        files.addAll(LocalPlaylists.names(artifacts));
        return files;
    }

    private static List<String> artifacts(Plan plan) {
        return Stream.of(
                        plan.rungs().stream().map(rung -> rung.path()),
                        plan.audios().stream().map(audio -> audio.path()),
                        Stream.of(
                                plan.preview().path(),
                                plan.poster().path(),
                                plan.thumbnails().path()),
                        plan.subtitles().stream().map(subtitle -> subtitle.path()))
                .flatMap(names -> names)
                .toList();
    }
}
