package dev.slipway.desk.durable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a small file so that a reader, also one after a power cut, sees the old content or the new and nothing in
 * between: temporary file, fsync, rename, fsync of the folder. Where the platform knows POSIX permissions the file is
 * the owner's alone (0600).
 */
public final class DurableFile {
    private DurableFile() {}

    /** Puts the bytes in the file's place, whether it was there or not. */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = parentOf(file);
        Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
        try {
            writeAndSync(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    /**
     * Writes a file that must not be there yet.
     *
     * @throws FileAlreadyExistsException when it is; it stays as it was
     */
    public static void create(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        replace(file, bytes);
    }

    /** Makes the folder and its missing parents; those made here are the owner's alone (0700). */
    public static Path createFolder(Path folder) throws IOException {
        return Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    /**
     * Makes the file, empty, where it is missing, and takes it from everybody but its owner (0600), for a program that
     * writes into it by itself.
     *
     * @return whether it is the owner's alone now, as far as permissions can say; not so where it is somebody else's
     */
    public static boolean makeOwnersAlone(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException e) {
            // It is tightened.
        }
        return tighten(file);
    }

    /** Takes the file, where it is there, from everybody but its owner; the result is that of {@link #makeOwnersAlone}. */
    public static boolean tighten(Path file) throws IOException {
        if (!posix() || !Files.exists(file)) {
            return true;
        }
        Set<PosixFilePermission> owners = PosixFilePermissions.fromString("rw-------");
        try {
            if (!owners.containsAll(Files.getPosixFilePermissions(file))) {
                Files.setPosixFilePermissions(file, owners);
            }
            return owners.containsAll(Files.getPosixFilePermissions(file));
        } catch (UnsupportedOperationException | FileSystemException e) {
            // It is somebody else's, or on a file system of another kind.
            return false;
        }
    }

    private static Path parentOf(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " is not a file in a folder");
        }
        return createFolder(parent);
    }

    private static void writeAndSync(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Windows opens no folder as a file; its file system journals renames by itself. */
    private static void syncFolder(Path folder) throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
