package dev.slipway.desk.launch.files;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.ManifestRules;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The finished files on disk, held against the manifest that is or was signed. */
public record PreparedFolder(Path folder, SignedManifest manifest) {

    /** Reads the manifest that the engine just wrote. */
    public static PreparedFolder read(Path folder) {
        Path file = folder.resolve(Manifest.FILE_NAME);
        try (InputStream in = Files.newInputStream(file)) {
            return of(folder, in.readNBytes(SignedManifest.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new DeskException(ProblemCode.FILE_NOT_FOUND, "The manifest " + file + " cannot be read.", e);
        }
    }

    public static PreparedFolder of(Path folder, byte[] manifestBytes) {
        try {
            PreparedFolder prepared = new PreparedFolder(folder, SignedManifest.parse(manifestBytes));
            prepared.requireRules();
            return prepared;
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.INVALID_MANIFEST, "The manifest is not usable: " + e.getMessage(), e);
        }
    }

    public List<Artifact> artifacts() {
        return manifest.manifest().artifacts();
    }

    public long totalBytes() {
        return manifest.manifest().totalBytes();
    }

    public Path file(Artifact artifact) {
        return folder.resolve(artifact.path());
    }

    public boolean isWhole() {
        return artifacts().stream().allMatch(artifact -> hasSize(artifact));
    }

    /** @throws DeskException {@code file-changed} unless every file is what the manifest says, byte for byte */
    public void requireUnchanged(CancelSignal cancel) {
        for (Artifact artifact : artifacts()) {
            if (!hasSize(artifact)
                    || !FileDigest.sha256(file(artifact), cancel, read -> {}).equals(artifact.sha256())) {
                throw changed(artifact.path());
            }
        }
        if (!manifestOnDiskMatches()) {
            throw changed(Manifest.FILE_NAME);
        }
    }

    private boolean manifestOnDiskMatches() {
        try (InputStream in = Files.newInputStream(folder.resolve(Manifest.FILE_NAME))) {
            byte[] bytes = in.readNBytes(SignedManifest.MAX_BYTES + 1);
            return Hex.of(Sha256.of(bytes)).equals(manifest.hash().hex());
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FILE_CHANGED, "The manifest in " + folder + " is gone: " + e.getMessage(), e);
        }
    }

    private boolean hasSize(Artifact artifact) {
        try {
            return Files.size(file(artifact)) == artifact.bytes();
        } catch (IOException e) {
            // Missing or unreadable: then it is not there whole.
            return false;
        }
    }

    private DeskException changed(String name) {
        return new DeskException(
                ProblemCode.FILE_CHANGED,
                "The prepared file " + folder.resolve(name) + " is not the one the manifest describes; something"
                        + " changed it. Put it back as it was, or delete " + folder.getParent() + " to begin anew where"
                        + " nothing was paid yet.");
    }

    private void requireRules() {
        List<Violation> violations = ManifestRules.check(manifest.manifest());
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            throw new DeskException(
                    ProblemCode.INVALID_MANIFEST,
                    "The manifest breaks a rule: " + first.field() + " " + first.message() + ".");
        }
    }
}
