package dev.slipway.media.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes small files that others may look at meanwhile: what was there before, or all of it. */
public final class WholeFile {
    private WholeFile() {}

    /** Not forced to disk: for what can be made again. */
    public static void replace(Path target, byte[] bytes) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        // Not through a link of that name.
        Files.deleteIfExists(unfinished);
        try {
            Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
