package dev.slipway.media.check;

import dev.slipway.media.classifier.ModelSettings;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to check.
 *
 * @param files where each artifact's bytes lie, by the path the manifest gives it
 * @param manifest the exact bytes of the manifest, in base64
 * @param avatar the author's picture as it was uploaded, in base64; null where none came
 * @param model that is asked about pictures; null where there is none
 * @param sound whether the decoded sound is told to the listener
 */
public record CheckRequest(
        Map<String, Path> files,
        String manifest,
        @Nullable String avatar,
        @Nullable ModelSettings model,
        boolean sound) {

    public CheckRequest {
        files = Map.copyOf(files);
    }

    public static CheckRequest of(Map<String, Path> files, SignedManifest manifest) {
        return new CheckRequest(files, manifest.toBase64(), null, null, false);
    }

    public CheckRequest withAvatar(byte[] webp) {
        return new CheckRequest(files, manifest, Base64.getEncoder().encodeToString(webp), model, sound);
    }

    public CheckRequest withModel(ModelSettings settings) {
        return new CheckRequest(files, manifest, avatar, settings, sound);
    }

    public CheckRequest withSound() {
        return new CheckRequest(files, manifest, avatar, model, true);
    }

    /** What the worker has to be able to read. */
    public List<Path> readable() {
        List<Path> readable = new ArrayList<>(files.values());
        if (model != null) {
            readable.add(model.file());
        }
        return readable;
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
