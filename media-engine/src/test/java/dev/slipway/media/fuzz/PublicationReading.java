package dev.slipway.media.fuzz;

import dev.slipway.media.check.CheckRequest;
import dev.slipway.media.check.CheckVerdict;
import dev.slipway.media.check.PublicationCheck;
import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What the server does with a publication, one file of which is damaged and honestly signed: size and hash in the
 * manifest are the damaged file's, or nothing beyond its bytes would ever be read.
 */
final class PublicationReading implements Reading {
    private final Manifest manifest;
    private final Map<String, Path> files;

    private PublicationReading(Manifest manifest, Map<String, Path> files) {
        this.manifest = manifest;
        this.files = Map.copyOf(files);
    }

    /** @param folder as the preparation leaves it */
    static PublicationReading of(Path folder) throws IOException {
        Manifest manifest = SignedManifest.parse(Files.readAllBytes(folder.resolve(Manifest.FILE_NAME)))
                .manifest();
        Map<String, Path> files = new HashMap<>();
        manifest.artifacts().forEach(artifact -> files.put(artifact.path(), folder.resolve(artifact.path())));
        return new PublicationReading(manifest, files);
    }

    /** @param file named as the artifact it takes the place of */
    @Override
    public Answer read(Path file, int number) throws IOException {
        try {
            return switch (PublicationCheck.check(
                    request(file), ProgressListener.silent(), new Cancellation(), new Random(number))) {
                case CheckVerdict.Accepted accepted -> new Answer(Kind.ACCEPTED, "accepted");
                case CheckVerdict.Refused refused ->
                    new Answer(Kind.REFUSED, refused.code().code());
            };
        } catch (RuntimeException e) {
            return new Answer(Kind.UNFORESEEN, e + " at " + e.getStackTrace()[0]);
        }
    }

    private CheckRequest request(Path file) throws IOException {
        String path = file.getFileName().toString();
        Map<String, Path> changed = new HashMap<>(files);
        changed.put(path, file);
        byte[] bytes = Files.readAllBytes(file);
        List<Artifact> artifacts = new ArrayList<>(manifest.artifacts());
        artifacts.replaceAll(artifact -> artifact.path().equals(path) ? signed(artifact, bytes) : artifact);
        Manifest claimed = new Manifest(
                manifest.version(), manifest.createdAt(), manifest.source(), manifest.protection(), artifacts);
        return CheckRequest.of(changed, SignedManifest.parse(Json.STRICT.writeValueAsBytes(claimed)));
    }

    private static Artifact signed(Artifact artifact, byte[] bytes) {
        String sha256 = HexFormat.of().formatHex(Sha256.of(bytes));
        return new Artifact(artifact.role(), artifact.path(), bytes.length, sha256, artifact.media());
    }
}
