package dev.slipway.desk.store;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Puts a damaged database out of the way, where it is kept. Only ever because a person wants it. */
public final class SetAside {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    /** The log of what is not in the file yet goes first: beside a new file it would be taken for its own. */
    private static final List<String> PARTS = List.of("-wal", "-shm", "");

    private SetAside() {}

    /** What the file is called then, such as {@code desk.db.broken-20261122-153000}. */
    public static Path name(Path file, Instant now) {
        return file.resolveSibling(file.getFileName() + ".broken-" + MOMENT.format(now));
    }

    /** Blocking. Nothing is overwritten. */
    public static void move(Path file, Path aside) {
        try {
            for (String part : PARTS) {
                Path from = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(from)) {
                    Files.move(from, aside.resolveSibling(aside.getFileName() + part));
                }
            }
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The damaged library " + file + " cannot be moved to " + aside + " (" + e
                            + "). Check that its folder can be written to, or move it yourself.",
                    e);
        }
    }
}
