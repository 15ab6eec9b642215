package dev.slipway.media.mux;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.ManifestRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** The manifest that an earlier run left on disk, where whoever has been at the folder since may have changed it. */
public final class KeptManifest {
    /** Forty artifacts take a fiftieth of it. */
    private static final long MAX_BYTES = 1 << 20;

    private KeptManifest() {}

    /** Empty unless it keeps the rules; then each path in it is a bare name, which leads out of no folder. */
    public static Optional<Manifest> read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.STRICT.readValue(Files.readAllBytes(file), Manifest.class))
                    .filter(manifest -> ManifestRules.check(manifest).isEmpty());
        } catch (JacksonException e) {
            // Not one of ours, or torn: nobody knows whose the files are that it would have named.
            return Optional.empty();
        }
    }
}
