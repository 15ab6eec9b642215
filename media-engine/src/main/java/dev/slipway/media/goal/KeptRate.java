package dev.slipway.media.goal;

import dev.slipway.media.chunk.DurableFile;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        DurableFile.write(file, Json.STRICT.writeValueAsBytes(new Entry(key, found)));
    }
}
