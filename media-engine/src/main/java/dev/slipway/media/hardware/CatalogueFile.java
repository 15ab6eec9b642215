package dev.slipway.media.hardware;

import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Remembers a catalogue between runs. Nothing depends on it: what cannot be read or written is found out anew. */
final class CatalogueFile {
    private static final long LONGEST = 1 << 20;

    private final Path file;

    CatalogueFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What was kept for exactly this machine. */
    Optional<Catalogue> read(String machine) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(Json.STRICT.readValue(Files.readAllBytes(file), Catalogue.class))
                    .filter(kept -> kept.machine().equals(machine));
        } catch (IOException | JacksonException unreadable) {
            // Torn, foreign or of another version: the trials are made again and overwrite it.
            return Optional.empty();
        }
    }

    void write(Catalogue catalogue) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), "hardware", ".tmp");
        try {
            Files.write(temporary, Json.STRICT.writeValueAsBytes(catalogue));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
