package dev.slipway.media.mux;

import dev.slipway.media.chunk.DurableFile;
import dev.slipway.media.run.MediaException;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The name {@code video.webm} in an output folder. No manifest names the file, and people call their own videos so: a
 * digest beside it says which one a run of ours wrote, and any other is left as it is.
 */
public final class WebmPlace {
    public static final String NAME = "video.webm";

    /** What it is called while it is written. */
    public static final String UNFINISHED = "." + NAME;

    private static final String RECORD = ".video.webm.sha256";
    private static final int MAX_RECORD_BYTES = 200;

    private WebmPlace() {}

    /** @throws MediaException {@code usage} when the name is taken by something that no run of ours wrote */
    public static void requireFree(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(folder)) {
            throw new MediaException(
                    ProblemCode.USAGE,
                    file + " is not from an earlier run, and the WebM copy would overwrite it. Move it away, choose"
                            + " another folder, or do without the copy.");
        }
    }

    /** Whether the file is there and, byte by byte, what the last run here wrote. */
    public static boolean isOurs(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Path record = folder.resolve(RECORD);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)
                && Files.size(record) <= MAX_RECORD_BYTES
                && new String(Files.readAllBytes(record), StandardCharsets.ISO_8859_1).equals(line(file));
    }

    /** Deletes the file where it is ours. */
    public static void discard(Path folder) throws IOException {
        if (isOurs(folder)) {
            Files.delete(folder.resolve(NAME));
        }
        Files.deleteIfExists(folder.resolve(RECORD));
    }

    /** Gives a finished file the name. The record comes first: a file without one would be taken for the creator's. */
    static Path put(Path finished, Path folder) throws IOException {
        requireFree(folder);
        discard(folder);
        DurableFile.write(folder.resolve(RECORD), line(finished).getBytes(StandardCharsets.ISO_8859_1));
        return Files.move(finished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** As {@code sha256sum} writes and checks it. */
    private static String line(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()) + "  " + NAME + "\n";
    }
}
