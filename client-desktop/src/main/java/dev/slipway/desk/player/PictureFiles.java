package dev.slipway.desk.player;

import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.picture.PictureRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that workers put their pictures in, one for each worker, some 30 MB. Thread-safe; everything here waits. */
final class PictureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);

    private final Path folder;

    PictureFiles(Path folder) {
        this.folder = folder;
    }

    /** @param number of the worker */
    Path of(int number) {
        return folder.resolve("pictures-" + number);
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

    /** A system that deletes no file that is looked at keeps it until the next worker of that number. */
    void forget(int number) {
        try {
            Files.deleteIfExists(of(number));
        } catch (IOException e) {
            LOG.debug("The player's pictures stay for now", e);
        }
    }
}
