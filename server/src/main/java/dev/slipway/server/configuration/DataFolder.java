package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of everything that outlives a restart, readable by its owner only. Held by a lock for as long as the
 * server lives, so that no two servers write to the same one; the system frees the lock when the process dies.
 */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK = "server.lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws StartRefused when another server holds it, or it cannot be written to */
    static DataFolder open(Path data) {
        try {
            Path root = createPrivately(data.toAbsolutePath().normalize()).toRealPath();
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartRefused(
                        ProblemCode.DATA_IN_USE,
                        "The data folder " + root + " is in use by another Slipway server. Stop that one, or start"
                                + " this one with --data and another folder.");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "The data folder " + data + " cannot be used (" + e.getMessage() + "). Name one that can be"
                            + " written to with --data.",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another server within this process holds it.
            return null;
        }
    }

    public Path root() {
        return root;
    }

    /** A folder below this one, made when it is not there yet. */
    public Path folder(String name) {
        try {
            return createPrivately(root.resolve(name));
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION, "The folder " + root.resolve(name) + " cannot be made.", e);
        }
    }

    private static Path createPrivately(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        return Files.createDirectories(folder, attributes);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
