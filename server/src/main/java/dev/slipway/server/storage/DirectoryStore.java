package dev.slipway.server.storage;

import dev.slipway.model.publication.PublicationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in a folder of this machine: {@code ROOT/ab/PUBLICATION/NAME}, where ab are the publication's first two digits.
 * Nothing is ever moved or renamed. Links are not followed.
 */
final class DirectoryStore implements ArtifactStore {
    private static final int BUFFER_BYTES = 128 * 1024;
    private static final int KEY_BYTES = 16;
    private static final Pattern PUBLICATION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;
    private final long reserveBytes;
    private final RandomGenerator random;
    private final OwnerOnly permissions;

    /**
     * @param reserveBytes room that is never given away
     * @param random makes the keys; a secure one, because keys must not be guessable
     */
    DirectoryStore(Path root, long reserveBytes, RandomGenerator random) {
        this.root = root.toAbsolutePath().normalize();
        this.reserveBytes = reserveBytes;
        this.random = random;
        this.permissions = OwnerOnly.on(this.root.getFileSystem());
        attempt("open the store's folder", () -> permissions.createDirectories(this.root));
    }

    @Override
    public ObjectKey create(PublicationId publication, String suffix) {
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        ObjectKey key = new ObjectKey(publication, HexFormat.of().formatHex(bits) + suffix);
        attempt("create a file", () -> {
            Path folder = folder(publication);
            permissions.createDirectories(folder);
            permissions.createFile(folder.resolve(key.name()));
            syncFolder(folder);
            syncFolder(shelf(publication));
        });
        return key;
    }

    @Override
    public long append(ObjectKey key, long offset, InputStream bytes, long max) throws IOException {
        if (!space().hasRoomFor(max)) {
            throw new StorageFullException("there is no room for " + max + " more bytes", null);
        }
        try (FileChannel file = openForWriting(key)) {
            long length = size(file);
            if (length != offset) {
                throw new OffsetConflict("the file is " + length + " bytes long, not " + offset);
            }
            long end = Math.addExact(offset, copy(bytes, file, offset, max));
            attempt("make a file durable", () -> file.force(false));
            return end;
        }
    }

    /** Tells a failing stream, which is an IOException of its own, from a failing disk. */
    private static long copy(InputStream bytes, FileChannel file, long offset, long max) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(1, max))];
        long copied = 0;
        while (copied < max) {
            int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, max - copied));
            if (read < 0) {
                break;
            }
            long position = offset + copied;
            attempt("write to a file", () -> writeFully(file, ByteBuffer.wrap(buffer, 0, read), position));
            copied += read;
        }
        return copied;
    }

    private static void writeFully(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    @Override
    public long length(ObjectKey key) {
        return get("measure a file", () -> Files.size(existing(key)));
    }

    @Override
    public void cut(ObjectKey key, long length) {
        try (FileChannel file = openForWriting(key)) {
            if (size(file) > length) {
                file.truncate(length);
                file.force(true);
            }
        } catch (IOException e) {
            throw failure("shorten a file", e);
        }
    }

    @Override
    public void seal(ObjectKey key) {
        attempt("seal a file", () -> permissions.makeReadOnly(existing(key)));
    }

    @Override
    public LocalFile localFile(ObjectKey key) {
        Path path = get("find a file", () -> existing(key));
        return new InPlace(path);
    }

    @Override
    public void read(ObjectKey key, long offset, long length, OutputStream receiver) throws IOException {
        try (FileChannel file = openForReading(key)) {
            long size = size(file);
            if (offset < 0 || length < 0 || offset > size - length) {
                throw new IllegalArgumentException(
                        "bytes " + offset + "+" + length + " do not lie within a file of " + size);
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(1, length)));
            long sent = 0;
            while (sent < length) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - sent));
                long position = offset + sent;
                int read = get("read a file", () -> file.read(buffer, position));
                if (read < 0) {
                    throw new StorageException("a file ended early while it was read", null);
                }
                receiver.write(buffer.array(), 0, read);
                sent += read;
            }
        }
    }

    @Override
    public void delete(ObjectKey key) {
        attempt("delete a file", () -> permissions.delete(path(key)));
    }

    @Override
    public void forEachPublication(Consumer<PublicationId> visitor) {
        for (Path shelf : get("look through the store", () -> entries(root))) {
            get("look through the store", () -> entries(shelf)).stream()
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .filter(name -> PUBLICATION.matcher(name).matches())
                    .map(PublicationId::parse)
                    .forEach(visitor);
        }
    }

    @Override
    public List<StoredBytes> files(PublicationId publication) {
        return get("look through a publication's files", () -> {
            List<StoredBytes> found = new ArrayList<>();
            for (Path file : entries(folder(publication))) {
                stored(publication, file).ifPresent(found::add);
            }
            return found;
        });
    }

    /** Empty for what the store did not make, and for what has gone meanwhile. */
    private static Optional<StoredBytes> stored(PublicationId publication, Path file) throws IOException {
        try {
            ObjectKey key = new ObjectKey(publication, String.valueOf(file.getFileName()));
            BasicFileAttributes facts =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return facts.isRegularFile()
                    ? Optional.of(new StoredBytes(
                            key, facts.size(), facts.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void deleteAll(PublicationId publication) {
        attempt("delete a publication's files", () -> {
            Path folder = folder(publication);
            for (Path file : entries(folder)) {
                permissions.delete(file);
            }
            Files.deleteIfExists(folder);
        });
    }

    @Override
    public StorageSpace space() {
        long free = get("measure the free space", () -> Files.getFileStore(root).getUsableSpace());
        return new StorageSpace(free, reserveBytes);
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private FileChannel openForWriting(ObjectKey key) {
        return get("open a file", () -> {
            Path path = existing(key);
            if (permissions.isReadOnly(path)) {
                throw new OffsetConflict("the file is sealed");
            }
            return FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        });
    }

    private FileChannel openForReading(ObjectKey key) {
        return get(
                "open a file",
                () -> FileChannel.open(existing(key), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private static long size(FileChannel file) {
        return get("measure a file", file::size);
    }

    private Path existing(ObjectKey key) throws NoSuchFileException {
        Path path = path(key);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(key.toString());
        }
        return path;
    }

    private Path path(ObjectKey key) {
        return folder(key.publication()).resolve(key.name());
    }

    private Path folder(PublicationId publication) {
        return shelf(publication).resolve(publication.toString());
    }

    private Path shelf(PublicationId publication) {
        return root.resolve(publication.toString().substring(0, 2));
    }

    /** A new name is durable only once its folder is. Windows cannot open folders and orders such writes itself. */
    private void syncFolder(Path folder) throws IOException {
        if (permissions.foldersCanBeSynced()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void attempt(String what, DiskAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw failure(what, e);
        }
    }

    private static <T> T get(String what, DiskQuery<T> query) {
        try {
            return query.get();
        } catch (IOException e) {
            throw failure(what, e);
        }
    }

    /** Java has no exception of its own for ENOSPC and EDQUOT; both come as a text of the system's. */
    private static StorageException failure(String what, IOException cause) {
        String reason = cause instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : String.valueOf(cause.getMessage());
        if (reason.contains("No space left")
                || reason.contains("quota exceeded")
                || reason.contains("not enough space")) {
            return new StorageFullException("the disk filled up", cause);
        }
        return new StorageException("could not " + what + ": " + cause.getMessage(), cause);
    }

    private record InPlace(Path path) implements LocalFile {
        @Override
        public void close() {
            // The store's own file: nothing was copied, so there is nothing to delete.
        }
    }

    @FunctionalInterface
    private interface DiskAction {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface DiskQuery<T> {
        T get() throws IOException;
    }
}
