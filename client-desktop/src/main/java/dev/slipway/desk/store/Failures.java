package dev.slipway.desk.store;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What the database said, in a sentence with what to do. */
final class Failures {
    /** The lower byte of SQLite's result codes is the kind, the upper ones say more of it. */
    private static final int KIND = 0xff;

    private Failures() {}

    static DeskException of(Path file, Exception cause) {
        if (kind(cause) == SQLiteErrorCode.SQLITE_FULL.code) {
            return new DeskException(
                    ProblemCode.DISK_FULL,
                    "The desk's database " + file + " cannot be written: its disk is full. Make room on it.",
                    cause);
        }
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "The desk's database " + file + " cannot be used: " + cause.getMessage()
                        + ". Check that its folder can be written to and has space left.",
                cause);
    }

    private static int kind(Exception cause) {
        return cause instanceof SQLiteException known ? known.getResultCode().code & KIND : 0;
    }
}
