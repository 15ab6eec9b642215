package dev.slipway.media.chunk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Names as durable as what they name. */
public final class DurableFolder {
    private static final boolean HAS_FOLDERS_TO_SYNC =
            !System.getProperty("os.name").startsWith("Windows");

    private DurableFolder() {}

    /**
     * Forces the folder's list of names to disk: without it a file whose bytes were forced may have no name after a
     * power cut. Windows keeps names in NTFS's own log and opens no folder as a file.
     */
    public static void sync(Path folder) throws IOException {
        if (HAS_FOLDERS_TO_SYNC) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Forces the name of a file or folder to disk. */
    public static void syncNameOf(Path path) throws IOException {
        sync(Objects.requireNonNull(path.toAbsolutePath().getParent(), "a root folder has no name"));
    }
}
