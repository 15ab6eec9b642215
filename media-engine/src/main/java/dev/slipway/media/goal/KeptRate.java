package dev.slipway.media.goal;

import dev.slipway.media.run.FoundQuality;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Where unfinished work keeps the rate that its search found, so that the next run need not search again. */
public final class KeptRate {
    private static final int MOST_BYTES = 4096;

    private final Path file;
    private final String key;

    /** @param key stands for everything that the search depends on */
    public KeptRate(Path file, String key) {
        this.file = file;
        this.key = key;
    }

    private record Entry(String key, FoundQuality found) {}

    /** Nothing where another search was kept, or none that can be read: then the same is found again. */
    public Optional<FoundQuality> read() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            Entry entry = Json.STRICT.readValue(Files.readAllBytes(file), Entry.class);
            return entry.key().equals(key) ? Optional.of(entry.found()) : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    /** Whole or not at all. */
    public void write(FoundQuality found) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        ByteBuffer bytes = ByteBuffer.wrap(Json.STRICT.writeValueAsBytes(new Entry(key, found)));
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
