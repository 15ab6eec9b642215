package dev.slipway.media.prepare;

import dev.slipway.media.protect.ProtectionSeed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Where the work folder keeps the secret seed of one source, so that a resumed run adds the same noise. Only its owner
 * may read it, where the file system knows owners.
 */
final class SeedFile {
    private static final String NAME = "protection-seed";

    /** The seed, the source's key and what is between and behind them. */
    private static final int LONGEST = 1024;

    private SeedFile() {}

    /**
     * The seed of the work in this folder; a new one where there is none that can be read, or one of another source. Two
     * films under one seed would tell whoever has both what their noise has in common.
     *
     * @param source the source's own fingerprint
     */
    static ProtectionSeed readOrMake(WorkFolder folder, String source, RandomGenerator random) throws IOException {
        Path file = folder.file(NAME);
        Optional<ProtectionSeed> known = read(file, source);
        // With another seed the fingerprint of the run changes, and all chunks are made anew.
        return known.isPresent() ? known.get() : make(file, source, random);
    }

    private static Optional<ProtectionSeed> read(Path file, String source) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            return Optional.empty();
        }
        String[] words = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).split("\\s+");
        if (words.length != 2 || !words[1].equals(source)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProtectionSeed(words[0]));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Whole or not at all: chunks that were made with a seed that was lost are worth nothing. */
    private static ProtectionSeed make(Path file, String source, RandomGenerator random) throws IOException {
        ProtectionSeed seed = ProtectionSeed.random(random);
        Path fresh = file.resolveSibling(NAME + ".new");
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(seed.hex() + " " + source + "\n");
        // One that a crash left may have other rights.
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forItsOwner(fresh))) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return seed;
    }

    private static FileAttribute<?>[] forItsOwner(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
