package dev.slipway.media.prepare;

import dev.slipway.media.chunk.DurableFolder;
import dev.slipway.media.prepare.place.EarlierFilm;
import dev.slipway.media.prepare.place.TargetCheck;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hidden folder inside the output folder in which everything is made before it gets its name. One run has it at a
 * time; what it holds outlives the run unless {@link #delete(Path)} is called.
 */
final class WorkFolder implements AutoCloseable {
    private static final String NAME = ".work";
    private static final String LOCK = "lock";
    private static final String CHUNKS = "chunks";

    private final Path target;
    private final Path folder;
    private final FolderLock lock;
    private final boolean madeTarget;

    private WorkFolder(Path target, Path folder, FolderLock lock, boolean madeTarget) {
        this.target = target;
        this.folder = folder;
        this.lock = lock;
        this.madeTarget = madeTarget;
    }

    /** @throws dev.slipway.media.run.MediaException {@code folder-in-use} when another run has it */
    static WorkFolder open(Path target) throws IOException {
        requireOwn(target);
        boolean madeTarget = !Files.exists(target);
        Path folder = Files.createDirectories(target.resolve(NAME));
        DurableFolder.sync(target);
        WorkFolder work = new WorkFolder(target, folder, FolderLock.take(folder.resolve(LOCK), target), madeTarget);
        try {
            work.deleteLinks();
            return work;
        } catch (IOException e) {
            work.close();
            throw e;
        }
    }

    /**
     * No run makes links there, and writing through one would cost a file that is somewhere else.
     *
     * @throws MediaException {@code usage} when the work folder, or that of the chunks in it, is none of this disk's
     */
    static void requireOwn(Path target) {
        for (Path folder : List.of(target.resolve(NAME), target.resolve(NAME).resolve(CHUNKS))) {
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new MediaException(
                        ProblemCode.USAGE,
                        folder + (Files.isSymbolicLink(folder) ? " is a link" : " is a file")
                                + ", and unfinished work must lie in a folder of its own there. Delete it, or choose"
                                + " another folder for the finished files.");
            }
        }
    }

    private void deleteLinks() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path link : paths.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where an output folder's work folder has a file, if it has it. */
    static Path fileIn(Path target, String name) {
        return target.resolve(NAME).resolve(name);
    }

    static boolean existsIn(Path target) {
        return Files.exists(target.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** The output folder. */
    Path target() {
        return target;
    }

    Path chunks() {
        return folder.resolve(CHUNKS);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** What other programs leave of this disk. */
    long usableBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Forces a finished file to disk, so that the name it gets later never stands for less than all of it. */
    void sync(String name) throws IOException {
        sync(file(name));
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives finished files their names in the output folder, and forces the names to disk. */
    void publish(List<String> names) throws IOException {
        for (String name : names) {
            Files.move(
                    file(name),
                    target.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        DurableFolder.sync(target);
    }

    /** Takes a file of an earlier run out of the output folder, if it is there, and keeps it here until a run succeeds. */
    void retire(String name, String retired) throws IOException {
        Path file = target.resolve(name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(file, file(retired), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFolder.sync(folder);
        }
        DurableFolder.sync(target);
    }

    /**
     * Where a film's files were being put in their places: those that have theirs go too, because nothing else will know
     * whose they are. Not where the video of the run that has the folder lies there: it could be one of them.
     */
    private void takeBackPlaced(Path source) throws IOException {
        EarlierFilm begun = EarlierFilm.read(file(Manifest.FILE_NAME));
        if (!begun.artifacts().isEmpty() && !TargetCheck.liesIn(target, source)) {
            List<EarlierFilm> others = List.of(
                    EarlierFilm.read(target.resolve(Manifest.FILE_NAME)), EarlierFilm.read(file(EarlierFilm.RETIRED)));
            begun.deleteWhatIsNotOf(others, target);
        }
    }

    /**
     * Deletes whatever an earlier run left, but for the manifest of a film whose files have not been replaced.
     *
     * @param source of the run that has the folder, which outlives it
     */
    void clear(Path source) throws IOException {
        takeBackPlaced(source);
        deleteBelow(folder, isOwed() ? Set.of(file(LOCK), file(EarlierFilm.RETIRED)) : Set.of(file(LOCK)));
    }

    /** Whether a run stopped between taking an earlier manifest away and putting its own in the place. */
    private boolean isOwed() throws IOException {
        return !Files.exists(target.resolve(Manifest.FILE_NAME), LinkOption.NOFOLLOW_LINKS)
                && !EarlierFilm.read(file(EarlierFilm.RETIRED)).artifacts().isEmpty();
    }

    /** The earlier film is a film again where no file of it is missing; else a next run deletes what is left of it. */
    private void giveBackManifest() throws IOException {
        if (isOwed() && EarlierFilm.read(file(EarlierFilm.RETIRED)).isWhole(target)) {
            Files.move(file(EarlierFilm.RETIRED), target.resolve(Manifest.FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
            DurableFolder.sync(target);
        }
    }

    /** Deletes chunks that were made another way. */
    void clearChunks() throws IOException {
        if (Files.exists(chunks())) {
            deleteBelow(chunks(), Set.of());
        }
    }

    /** Whether there is anything that a next run could go on from. */
    boolean hasChunks() throws IOException {
        if (!Files.isDirectory(chunks())) {
            return false;
        }
        try (Stream<Path> files = Files.list(chunks())) {
            return files.anyMatch(file -> file.toString().endsWith(".chunk"));
        }
    }

    private static void deleteBelow(Path top, Set<Path> kept) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(top) && !kept.contains(path)) {
                    Files.delete(path);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Leaves nothing of the folder, nor of an empty output folder that was made for it; only the manifest of an earlier
     * film stays where nothing else names what is left of it.
     *
     * @param source of the run that has the folder, which outlives it
     */
    void delete(Path source) throws IOException {
        giveBackManifest();
        clear(source);
        lock.delete();
        lock.close();
        try {
            Files.deleteIfExists(folder);
            DurableFolder.sync(target);
            if (madeTarget) {
                Files.deleteIfExists(target);
            }
        } catch (DirectoryNotEmptyException e) {
            // Finished files lie beside it, an earlier film's manifest is owed, or another run began in it as soon as
            // the lock was gone: it is theirs now.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
