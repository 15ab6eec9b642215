package dev.slipway.desk.player;

import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.picture.PictureRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that workers put their pictures in, one for each worker, some 30 MB. Thread-safe. */
final class PictureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);
    private static final String PREFIX = "pictures-";

    private final Path folder;
    private final Set<Path> named = ConcurrentHashMap.newKeySet();

    PictureFiles(Path folder) {
        this.folder = folder;
    }

    /** @param number of the worker */
    Path of(int number) {
        Path file = folder.resolve(PREFIX + number);
        named.add(file);
        return file;
    }

    /** What was learned of the film, for the next worker. */
    Path scan() {
        return folder.resolve("scan.json");
    }

    PictureMemory map(int number, PreviewEvent.Opened opened) {
        try {
            PictureRing ring = PictureRing.open(of(number), opened.size(), opened.slots());
            return new PictureMemory(
                    number,
                    opened.size().width(),
                    opened.size().height(),
                    IntStream.range(0, opened.slots()).mapToObj(ring::slot).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(int number) {
        delete(of(number));
    }

    /** What a window that was killed left behind: all that were not named here. */
    void forgetForeign() {
        forget(file -> !named.contains(file));
    }

    /** No worker may be at work in the folder. */
    void forgetAll() {
        forget(file -> true);
    }

    private void forget(Predicate<Path> unneeded) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : all) {
                if (unneeded.test(file)) {
                    delete(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Pictures that nobody looks at stay for now", e);
        }
    }

    /** A system that deletes no file that is looked at keeps it until the film is opened again. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("The player's pictures stay for now", e);
        }
    }
}
