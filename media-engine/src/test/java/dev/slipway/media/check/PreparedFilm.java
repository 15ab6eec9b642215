package dev.slipway.media.check;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.manifest.Source;
import dev.slipway.model.media.DynamicRange;
import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The engine's own output and what becomes of it in dishonest hands. */
final class PreparedFilm {
    static final PreparedFilm NONE = new PreparedFilm(
            new Manifest(1, Instant.EPOCH, new Source(1, 1, 1, new Rational(1, 1), DynamicRange.SDR), null, List.of()),
            Map.of());

    private final Manifest manifest;
    private final Map<String, Path> files;

    private PreparedFilm(Manifest manifest, Map<String, Path> files) {
        this.manifest = manifest;
        this.files = files;
    }

    static PreparedFilm prepare(Path source, Path folder) {
        PrepareRequest request =
                new PrepareRequest(source, folder, PlanRequest.defaults().withRecipe(Recipe.FAST), Beginning.AFRESH);
        Manifest manifest = new Preparer(InstantSource.system(), 2)
                .prepare(request, ProgressListener.silent(), new Cancellation())
                .manifest();
        Map<String, Path> files = new HashMap<>();
        manifest.artifacts().forEach(artifact -> files.put(artifact.path(), folder.resolve(artifact.path())));
        return new PreparedFilm(manifest, files);
    }

    Artifact artifact(ArtifactRole role) {
        return manifest.withRole(role).findFirst().orElseThrow();
    }

    Artifact artifact(String path) {
        return manifest.artifacts().stream()
                .filter(artifact -> artifact.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    List<Artifact> rungs(String codec) {
        return manifest.withRole(ArtifactRole.VIDEO)
                .filter(rung -> rung.media().codec().equals(codec))
                .toList();
    }

    Path file(String path) {
        return files.getOrDefault(path, Path.of("missing"));
    }

    /** The same film with another claim about one file. */
    PreparedFilm claiming(String path, UnaryOperator<ArtifactMedia> lie) {
        return with(
                path,
                artifact -> new Artifact(
                        artifact.role(),
                        artifact.path(),
                        artifact.bytes(),
                        artifact.sha256(),
                        lie.apply(artifact.media())));
    }

    /** The same film with another length said of it. */
    PreparedFilm said(long durationMicros) {
        Source source = manifest.source();
        return new PreparedFilm(
                new Manifest(
                        manifest.version(),
                        manifest.createdAt(),
                        new Source(
                                durationMicros,
                                source.displayWidth(),
                                source.displayHeight(),
                                source.frameRate(),
                                source.dynamicRange()),
                        manifest.protection(),
                        manifest.artifacts()),
                files);
    }

    PreparedFilm with(String path, UnaryOperator<Artifact> change) {
        List<Artifact> artifacts = new ArrayList<>(manifest.artifacts());
        artifacts.replaceAll(artifact -> artifact.path().equals(path) ? change.apply(artifact) : artifact);
        return new PreparedFilm(
                new Manifest(
                        manifest.version(), manifest.createdAt(), manifest.source(), manifest.protection(), artifacts),
                files);
    }

    /** Another file in place of one, honestly signed: size and hash are the new file's. */
    PreparedFilm replacing(String path, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String sha256 = HexFormat.of().formatHex(Sha256.of(bytes));
        return with(
                        path,
                        artifact ->
                                new Artifact(artifact.role(), artifact.path(), bytes.length, sha256, artifact.media()))
                .storing(path, file);
    }

    /** Another file in place of one, with the manifest as it was. */
    PreparedFilm storing(String path, Path file) {
        Map<String, Path> changed = new HashMap<>(files);
        changed.put(path, file);
        return new PreparedFilm(manifest, changed);
    }

    PreparedFilm without(String path) {
        Map<String, Path> changed = new HashMap<>(files);
        changed.remove(path);
        return new PreparedFilm(manifest, changed);
    }

    CheckRequest request() {
        return CheckRequest.of(files, SignedManifest.parse(Json.STRICT.writeValueAsBytes(manifest)));
    }

    CheckVerdict verdict() throws IOException {
        return PublicationCheck.check(request(), ProgressListener.silent(), new Cancellation(), new Random(1));
    }
}
