package dev.slipway.media.prepare.place;

import dev.slipway.media.mux.WebmPlace;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what is in a run's way in its output folder, before hours are spent on what could not be put there. */
public final class TargetCheck {
    private final Path source;
    private final Path directory;

    public TargetCheck(Path source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    /**
     * @param work the folder of unfinished work, of which nothing outlives the run
     * @throws MediaException {@code usage} when the run would overwrite or delete its own source, or cannot have a name
     */
    public void require(TargetNames names, Path work) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        requireOutside(work, source);
        for (String name : names.files()) {
            requireNoFolder(name);
            requireOther(name, "put its own file and so overwrite it");
        }
        for (String name : names.folders()) {
            requireOwnFolder(name);
        }
        requireNoneOfTheCreators(names, work);
        requireOther(WebmPlace.UNFINISHED, "put its own file and so overwrite it");
        for (Path manifest : EarlierFilm.manifests(directory, work)) {
            for (Artifact artifact : EarlierFilm.read(manifest).artifacts()) {
                requireOther(artifact.path(), "delete what the earlier film of this folder has left");
            }
        }
        // A creator's own file of that name may be the source: the run leaves it alone.
        if (isSource(WebmPlace.NAME) && WebmPlace.isOurs(directory)) {
            requireOther(WebmPlace.NAME, "delete the copy of the earlier film");
        }
    }

    /**
     * To be asked before anything is done in the folder of unfinished work: it goes when the run fails, too.
     *
     * @throws MediaException {@code usage}
     */
    public static void requireOutside(Path work, Path source) throws IOException {
        if (Files.isDirectory(work) && liesIn(work, source)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "The video " + source + " lies in " + work + ", and everything there is deleted when the run ends."
                            + " Move it out of there first.");
        }
    }

    /** Through links too. */
    public static boolean liesIn(Path directory, Path source) throws IOException {
        return Files.exists(source) && source.toRealPath().startsWith(directory.toRealPath());
    }

    /** What an earlier run made there may be replaced; what somebody put there or changed may not. */
    private void requireNoneOfTheCreators(TargetNames names, Path work) throws IOException {
        List<EarlierFilm> made = made(directory, work);
        boolean isFilmHere = made.stream().anyMatch(film -> !film.artifacts().isEmpty());
        for (String name : names.files()) {
            boolean isOurs = names.artifacts().contains(name)
                    ? isLeftBy(made, name, directory)
                    : isFilmHere && Leftover.isOurs(directory.resolve(name));
            if (!isOurs && Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new MediaException(
                        ProblemCode.USAGE,
                        directory.resolve(name) + " is there already, and "
                                + (isFilmHere
                                        ? "it is not as the film that was made here left it."
                                        : "no film that was made here left it.")
                                + " This run would put its own file in its place: move it away, or choose another"
                                + " folder for the finished files.");
            }
        }
    }

    private static List<EarlierFilm> made(Path directory, Path work) throws IOException {
        List<EarlierFilm> made = new ArrayList<>();
        for (Path manifest : EarlierFilm.manifests(directory, work)) {
            made.add(EarlierFilm.read(manifest));
        }
        return made;
    }

    private static boolean isLeftBy(List<EarlierFilm> made, String name, Path directory) throws IOException {
        for (EarlierFilm film : made) {
            if (film.seemsToHaveLeft(name, directory)) {
                return true;
            }
        }
        return false;
    }

    private void requireOther(String name, String deed) throws IOException {
        if (isSource(name)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    "The video itself is " + directory.resolve(name) + ", where this run would " + deed
                            + ". Choose another folder for the finished files, or move the video out of this one.");
        }
    }

    /** By whichever name, through links of both kinds too. */
    private boolean isSource(String name) throws IOException {
        Path taken = directory.resolve(name);
        return Files.exists(taken) && Files.exists(source) && Files.isSameFile(taken, source);
    }

    private void requireNoFolder(String name) {
        if (Files.isDirectory(directory.resolve(name))) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    directory.resolve(name) + " is a folder, and this run needs the name for a file. Move it away, or"
                            + " choose another folder for the finished files.");
        }
    }

    private void requireOwnFolder(String name) {
        Path folder = directory.resolve(name);
        if (Files.isSymbolicLink(folder)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    folder
                            + " is a link, and this run would put its files where that leads and delete older ones there."
                            + " Delete the link, or choose another folder for the finished files.");
        }
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    folder + " is a file, and this run needs the name for a folder. Move it away, or choose another"
                            + " folder for the finished files.");
        }
    }
}
