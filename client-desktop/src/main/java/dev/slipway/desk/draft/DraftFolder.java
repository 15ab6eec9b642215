package dev.slipway.desk.draft;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What was made of a draft: its picture and its finished files. Blocking. */
public final class DraftFolder {
    private DraftFolder() {}

    /** Deletes all of it; the creator's own file lies elsewhere. Links are deleted, never followed. */
    public static void delete(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            List<Path> deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The files in " + folder + " cannot be deleted: " + e.getMessage() + ". Delete them by hand.",
                    e);
        }
    }
}
