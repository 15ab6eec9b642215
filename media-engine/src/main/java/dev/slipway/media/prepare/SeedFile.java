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
import java.util.random.RandomGenerator;

/** Where the work folder keeps the secret seed, so that a resumed run adds the same noise. */
final class SeedFile {
    private static final String NAME = "protection-seed";

    private SeedFile() {}

    /** The seed of the work in this folder; a new one where there is none that can be read. */
    static ProtectionSeed readOrMake(WorkFolder folder, RandomGenerator random) throws IOException {
        Path file = folder.file(NAME);
        if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                return new ProtectionSeed(new String(bytes, StandardCharsets.US_ASCII));
            } catch (IllegalArgumentException damaged) {
                // With another seed the fingerprint changes, and all chunks are made anew.
                return make(file, random);
            }
        }
        return make(file, random);
    }

    /** Whole or not at all: chunks that were made with a seed that was lost are worth nothing. */
    private static ProtectionSeed make(Path file, RandomGenerator random) throws IOException {
        ProtectionSeed seed = ProtectionSeed.random(random);
        Path fresh = file.resolveSibling(NAME + ".new");
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(seed.hex());
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return seed;
    }
}
