package dev.slipway.media.prepare;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second run out of a work folder. The lock is the operating system's, so it goes with the process that holds
 * it, however that ends; the file that carries it goes with the folder.
 */
final class FolderLock implements AutoCloseable {
    /** Far behind the content: on Windows nobody could read what is locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    /**
     * What this process holds. POSIX drops all locks of a process on a file when the process closes any of its
     * descriptors for it, so nobody here may even try to lock what another run of the same process has.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path held;
    private final FileChannel channel;

    private FolderLock(Path file, Path held, FileChannel channel) {
        this.file = file;
        this.held = held;
        this.channel = channel;
    }

    /**
     * @param target the folder as the person knows it
     * @throws MediaException {@code folder-in-use} when another run holds it
     */
    static FolderLock take(Path file, Path target) throws IOException {
        // By whichever way the folder is named, through links too.
        Path held = file.resolveSibling("").toRealPath().resolve(file.getFileName());
        if (!HELD.add(held)) {
            throw inUse(target);
        }
        try {
            return lock(file, held, target);
        } catch (IOException | RuntimeException e) {
            HELD.remove(held);
            throw e;
        }
    }

    private static FolderLock lock(Path file, Path held, Path target) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    file
                            + " is a link or a folder and none of ours. Delete it, or choose another folder for the finished"
                            + " files.");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FolderLock lock = new FolderLock(file, held, channel);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null || !lock.isStillThere()) {
                throw inUse(target);
            }
            return lock;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The holder before may have deleted the file between our opening and our locking it, and another run may have made
     * a new one since. So the file gets our process's number as its length, which the name must then show. It is not
     * opened for that: POSIX drops a process's locks on a file when the process closes it, through whichever descriptor.
     */
    private boolean isStillThere() throws IOException {
        long mark = ProcessHandle.current().pid();
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), mark - 1);
        return Files.exists(file) && Files.size(file) == mark;
    }

    private static MediaException inUse(Path target) {
        return new MediaException(
                ProblemCode.FOLDER_IN_USE,
                "Another run is at work in " + target + ". Wait for it to end, stop it, or choose another folder.");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(held);
        }
    }
}
