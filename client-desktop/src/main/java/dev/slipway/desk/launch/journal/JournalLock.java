package dev.slipway.desk.launch.journal;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process at a time launches a publication. The operating system drops it with the process. */
final class JournalLock implements Closeable {
    private final Path folder;
    private final FileChannel channel;

    private JournalLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static JournalLock take(Path folder) {
        try {
            DurableFile.createFolder(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!acquired(channel)) {
                channel.close();
                throw new DeskException(
                        ProblemCode.CONFLICT,
                        "Another Slipway is publishing this file to this server right now. Wait for it to end.");
            }
            return new JournalLock(folder, channel);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static boolean acquired(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // Held by another thread of this very process.
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static DeskException unwritable(Path folder, IOException e) {
        return new DeskException(
                ProblemCode.DISK_FULL, "The work folder " + folder + " cannot be written: " + e.getMessage(), e);
    }
}
