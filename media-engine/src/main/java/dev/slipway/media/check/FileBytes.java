package dev.slipway.media.check;

import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Size and SHA-256 of the bytes that will be served. */
final class FileBytes {
    private static final int BLOCK = 1 << 20;

    private FileBytes() {}

    static void check(Artifact artifact, Path file, CheckRun run) throws IOException {
        long size = Files.size(file);
        if (size != artifact.bytes()) {
            throw new Refusal(
                    ProblemCode.SIZE_DIFFERS,
                    artifact.path(),
                    artifact.path() + " has " + size + " bytes, the manifest says " + artifact.bytes()
                            + ". Upload it again.",
                    "size " + size);
        }
        String found = sha256(file, run);
        if (!found.equals(artifact.sha256())) {
            throw new Refusal(
                    ProblemCode.HASH_DIFFERS,
                    artifact.path(),
                    artifact.path() + " is not the file that was signed: its content is another. Upload the file that"
                            + " the manifest was made with, or sign anew.",
                    "sha256 " + found);
        }
    }

    private static String sha256(Path file, CheckRun run) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
                run.pieceDone();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
