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

    private static final System.Logger LOG = System.getLogger(CatalogueFile.class.getName());

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
            return Optional.ofNullable(Json.STRICT.readValue(Files.readAllBytes(file), Catalogue.class))
                    .filter(kept -> machine.equals(kept.machine()));
        } catch (IOException | JacksonException unreadable) {
            // Torn, foreign or of another version: the trials are made again and overwrite it.
            return Optional.empty();
        }
    }

    void write(Catalogue catalogue) {
        try {
            Path folder = Files.createDirectories(file.resolveSibling("").normalize());
            Path temporary = Files.createTempFile(folder, "hardware", ".tmp");
            try {
                Files.write(temporary, Json.STRICT.writeValueAsBytes(catalogue));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException notKept) {
            // A full disk or a folder that cannot be written costs the next run its trials and nothing else.
            LOG.log(System.Logger.Level.DEBUG, "the catalogue of hardware encoders is not kept", notKept);
        }
    }
}
