package dev.slipway.media.prepare;

import dev.slipway.media.mux.KeptManifest;
import dev.slipway.media.mux.WebmPlace;
import dev.slipway.media.playlist.LocalPlaylists;
import dev.slipway.media.prepare.place.EarlierFilm;
import dev.slipway.media.prepare.place.Leftover;
import dev.slipway.media.prepare.place.TargetCheck;
import dev.slipway.media.prepare.place.TargetNames;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.still.PosterCandidates;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Puts a finished film's files in their places. From its beginning the new manifest lies in the work folder, so that
 * whoever comes after a crash knows whose the files are and finishes it: every step may be taken twice.
 */
final class Placement {
    private static final List<String> REPORTS = List.of(SoundReport.FILE_NAME, SurvivalReport.FILE_NAME);

    private final Manifest manifest;
    private final WorkFolder folder;
    private final Path directory;

    private Placement(Manifest manifest, WorkFolder folder) {
        this.manifest = manifest;
        this.folder = folder;
        this.directory = folder.target();
    }

    static void place(Manifest manifest, WorkFolder folder) throws IOException {
        Files.write(folder.file(Manifest.FILE_NAME), Json.STRICT.writeValueAsBytes(manifest));
        folder.sync(Manifest.FILE_NAME);
        new Placement(manifest, folder).place();
    }

    /**
     * Where a run was killed in the midst of it. Nothing where files of that film are missing or changed, or where
     * something has come in the way since that a run would not replace either.
     *
     * @param source of the run that has the folder now: where it lies there, it could be what the placing deletes
     */
    static void finishInterrupted(WorkFolder folder, Path source) throws IOException {
        Optional<Manifest> begun = KeptManifest.read(folder.file(Manifest.FILE_NAME));
        if (begun.isPresent()
                && !TargetCheck.liesIn(folder.target(), source)
                && isWhole(begun.get(), folder)
                && isFree(begun.get(), folder, source)) {
            new Placement(begun.get(), folder).place();
        }
    }

    private static boolean isWhole(Manifest manifest, WorkFolder folder) throws IOException {
        for (Artifact artifact : manifest.artifacts()) {
            if (!EarlierFilm.isAsMade(folder.file(artifact.path()), artifact)
                    && !EarlierFilm.isAsMade(folder.target().resolve(artifact.path()), artifact)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFree(Manifest manifest, WorkFolder folder, Path source) throws IOException {
        List<String> reports = REPORTS.stream()
                .filter(report -> Files.exists(folder.file(report)))
                .toList();
        List<String> candidates = PosterCandidates.waiting(folder.file(PosterCandidates.FOLDER));
        try {
            new TargetCheck(source, folder.target())
                    .require(TargetNames.of(manifest, reports, candidates), folder.file(""));
            return true;
        } catch (MediaException inTheWay) {
            // The run that has the folder now says it, if it needs the place too.
            return false;
        }
    }

    /** The old manifest goes first and the new one comes last, so that one never names the other's files. */
    private void place() throws IOException {
        folder.retire(Manifest.FILE_NAME, EarlierFilm.RETIRED);
        List<String> waiting = waiting();
        if (!waiting.isEmpty()) {
            discardEarlier();
        }
        folder.publish(waiting);
        LocalPlaylists.write(directory, manifest, folder.file("playlist"));
        PosterCandidates.publish(folder.file(PosterCandidates.FOLDER), directory);
        for (String report : REPORTS) {
            if (Files.exists(folder.file(report))) {
                folder.publish(List.of(report));
            }
        }
        folder.publish(List.of(Manifest.FILE_NAME));
    }

    private List<String> waiting() {
        return manifest.artifacts().stream()
                .map(Artifact::path)
                .filter(path -> Files.exists(folder.file(path)))
                .toList();
    }

    /** Before anything new lies there but artifacts: what comes after them has the same names in both films. */
    private void discardEarlier() throws IOException {
        EarlierFilm.read(folder.file(EarlierFilm.RETIRED)).deleteAllBut(manifest, directory);
        WebmPlace.discard(directory);
        PosterCandidates.discard(directory);
        for (String report : REPORTS) {
            Leftover.discard(directory.resolve(report));
        }
    }
}
