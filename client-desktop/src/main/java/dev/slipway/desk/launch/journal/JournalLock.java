package dev.slipway.desk.launch.journal;

import dev.slipway.desk.durable.ProcessLock;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** One process at a time launches a publication. */
record JournalLock(Path folder, ProcessLock held) implements Closeable {

    static JournalLock take(Path folder) {
        try {
            return new JournalLock(
                    folder,
                    ProcessLock.tryTake(folder.resolve("lock"))
                            .orElseThrow(() -> new DeskException(
                                    ProblemCode.CONFLICT,
                                    "Another Slipway is publishing this file to this server right now. Wait for it to"
                                            + " end.")));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static DeskException unwritable(Path folder, IOException e) {
        return new DeskException(
                ProblemCode.DISK_FULL, "The work folder " + folder + " cannot be written: " + e.getMessage(), e);
    }
}
