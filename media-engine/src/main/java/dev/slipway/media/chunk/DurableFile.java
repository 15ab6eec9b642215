package dev.slipway.media.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Small files that a power cut leaves as they were before or as they were to be, and never in between. */
public final class DurableFile {
    private DurableFile() {}

    /** @param rights what the file is made with; one that was there before does not hand its own on */
    public static void write(Path file, byte[] content, FileAttribute<?>... rights) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        ByteBuffer bytes = ByteBuffer.wrap(content);
        // One that a crash left may have other rights.
        Files.deleteIfExists(fresh);
        try (FileChannel channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFolder.syncNameOf(file);
    }
}
