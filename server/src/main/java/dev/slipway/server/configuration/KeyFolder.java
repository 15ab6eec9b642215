package dev.slipway.server.configuration;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keys as files of 32 bytes in hex, readable by their owner only. What is named in the settings is read; else made. */
public final class KeyFolder {
    private static final int KEY_BYTES = 32;
    private static final int MAX_FILE_BYTES = 4096;

    private final DataFolder data;
    private final SecureRandom random;

    KeyFolder(DataFolder data, SecureRandom random) {
        this.data = data;
        this.random = random;
    }

    /**
     * The key of that name; the same over restarts.
     *
     * @param file where the settings say it is, null for one of our own
     * @param usable whether random bytes make a key of this kind; tried until one does
     * @throws StartRefused when the file is not 32 bytes in hex, or these make no key of this kind
     */
    public byte[] key(String name, @Nullable Path file, Predicate<byte[]> usable) {
        try {
            if (file != null) {
                return usable(file, usable);
            }
            return bytes(own(name, usable));
        } catch (IOException e) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "The key \"" + name + "\" cannot be read or made: " + e.getMessage() + ".",
                    e);
        }
    }

    /** The file of a key of our own, for programs that read it themselves. */
    public Path file(String name) {
        try {
            return own(name, key -> true);
        } catch (IOException e) {
            throw new StartRefused(ProblemCode.CONFIGURATION, "The key \"" + name + "\" cannot be made.", e);
        }
    }

    private Path own(String name, Predicate<byte[]> usable) throws IOException {
        Path own = data.folder("keys").resolve(name);
        if (!Files.exists(own)) {
            write(own, usable);
        }
        return own;
    }

    /**
     * @param usable whether bytes make a key of the kind that is wanted
     * @throws StartRefused when the file is not 32 bytes in hex, or these make no such key, or it cannot be read
     */
    public static byte[] read(Path file, Predicate<byte[]> usable) {
        try {
            return usable(file, usable);
        } catch (IOException e) {
            throw new StartRefused(ProblemCode.CONFIGURATION, "The key file " + file + " cannot be read.", e);
        }
    }

    private static byte[] usable(Path file, Predicate<byte[]> usable) throws IOException {
        byte[] key = bytes(file);
        if (!usable.test(key)) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "The 32 bytes in the key file " + file + " make no key: they are zero or too large a number."
                            + " Name a file with another key.");
        }
        return key;
    }

    /**
     * Nothing but a file is opened, and no more of it read than a key may have: a pipe would wait, a device never end.
     *
     * @throws StartRefused when it is not 32 bytes in hex
     */
    static byte[] bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw notAKey(file, null);
        }
        try (InputStream content = Files.newInputStream(file)) {
            byte[] read = content.readNBytes(MAX_FILE_BYTES + 1);
            if (read.length > MAX_FILE_BYTES) {
                throw notAKey(file, null);
            }
            String text = new String(read, StandardCharsets.US_ASCII).strip();
            return Hex.parse(text.startsWith("0x") ? text : "0x" + text, KEY_BYTES);
        } catch (IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static StartRefused notAKey(Path file, @Nullable Throwable cause) {
        String message = "The key file " + file + " must hold exactly 32 bytes as 64 hex digits.";
        return cause == null
                ? new StartRefused(ProblemCode.CONFIGURATION, message)
                : new StartRefused(ProblemCode.CONFIGURATION, message, cause);
    }

    /** Written whole and flushed beside its place, then moved there, so that a crash leaves no half key. */
    private void write(Path target, Predicate<byte[]> usable) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        do {
            random.nextBytes(key);
        } while (!usable.test(key));
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        createPrivately(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer text = StandardCharsets.US_ASCII.encode(Hex.of(key) + "\n");
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createPrivately(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
