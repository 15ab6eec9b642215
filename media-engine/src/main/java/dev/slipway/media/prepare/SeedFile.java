package dev.slipway.media.prepare;

import dev.slipway.media.chunk.DurableFile;
import dev.slipway.media.protect.ProtectionSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
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
        byte[] line = (seed.hex() + " " + source + "\n").getBytes(StandardCharsets.US_ASCII);
        DurableFile.write(file, line, forItsOwner(file));
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
