package dev.slipway.media.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The hidden folder inside the output folder in which everything is made before it gets its name. */
final class WorkFolder {
    private static final String NAME = ".work";

    private final Path target;
    private final Path folder;

    WorkFolder(Path target) throws IOException {
        this.target = Files.createDirectories(target);
        this.folder = target.resolve(NAME);
    }

    void create() throws IOException {
        Files.createDirectories(folder);
    }

    Path chunks() {
        return folder.resolve("chunks");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Forces a finished file to disk, so that the name it gets later never stands for less than all of it. */
    void sync(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Gives finished files their names in the output folder, in this order. */
    void publish(List<String> names) throws IOException {
        for (String name : names) {
            Files.move(
                    file(name),
                    target.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
