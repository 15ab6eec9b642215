package dev.slipway.media.check;

import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What to check.
 *
 * @param files where each artifact's bytes lie, by the path the manifest gives it
 * @param manifest the exact bytes of the manifest, in base64
 */
public record CheckRequest(Map<String, Path> files, String manifest) {

    public CheckRequest {
        files = Map.copyOf(files);
    }

    public static CheckRequest of(Map<String, Path> files, SignedManifest manifest) {
        return new CheckRequest(files, manifest.toBase64());
    }

    /** For a folder as {@code prepare} leaves it. */
    public static CheckRequest ofFolder(Path folder, SignedManifest manifest) {
        Map<String, Path> files = new HashMap<>();
        Manifest content = manifest.manifest();
        content.artifacts()
                .forEach(artifact -> files.put(
                        artifact.path(), folder.resolve(artifact.path()).toAbsolutePath()));
        return of(files, manifest);
    }
}
