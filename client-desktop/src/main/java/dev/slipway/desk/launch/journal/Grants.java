package dev.slipway.desk.launch.journal;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The servers' grants, each in a file of its own that its owner alone can read: whoever has one may upload. A killed desk
 * needs it again, and the database holds no secrets. A file has the name of the signature's reference, so it can never be
 * taken for the grant of another offer.
 */
record Grants(Path folder) {

    /** @param database beside which they are */
    static Grants beside(Path database) {
        return new Grants(database.resolveSibling("grants"));
    }

    /** On disk before it returns. */
    void keep(Bytes32 reference, String grant) {
        try {
            DurableFile.replace(file(reference), grant.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.DISK_FULL,
                    "The server's grant cannot be written to " + folder + ": " + e.getMessage()
                            + ". Check that the folder can be written to and has space left.",
                    e);
        }
    }

    /** Null where there is none: the server gives it again for the same signature. */
    @Nullable
    String find(Bytes32 reference) {
        try {
            return Files.readString(file(reference));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void forget(Bytes32 reference) {
        try {
            Files.deleteIfExists(file(reference));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private DeskException failed(IOException e) {
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "The folder " + folder + " with the servers' grants cannot be used: " + e.getMessage()
                        + ". Check that it is yours.",
                e);
    }

    private Path file(Bytes32 reference) {
        return folder.resolve(reference.hex());
    }
}
