package dev.slipway.desk.launch.files;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Reads whole files once for their SHA-256. */
public final class FileDigest {
    private static final int BUFFER = 1 << 20;

    private FileDigest() {}

    /** @return 64 lower-case hex digits */
    public static String sha256(Path file, CancelSignal cancel, LongConsumer read) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                cancel.throwIfCancelled();
                digest.update(buffer, 0, count);
                total += count;
                read.accept(total);
            }
        } catch (NoSuchFileException e) {
            throw new DeskException(ProblemCode.FILE_NOT_FOUND, "There is no file " + file + ". Check the path.", e);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.FILE_NOT_FOUND, "The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return Hex.plain(digest.digest());
    }
}
