package dev.slipway.desk.store;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
        if (isDamage(kind(cause))) {
            return damaged(file, String.valueOf(cause.getMessage()), cause);
        }
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "The desk's database " + file + " cannot be used: " + cause.getMessage()
                        + ". Check that its folder can be written to and has space left.",
                cause);
    }

    /** @param finding what is wrong with it */
    static DeskException damaged(Path file, String finding, @Nullable Throwable cause) {
        String name = String.valueOf(file.getFileName());
        DeskException told = new DeskException(
                ProblemCode.LIBRARY_DAMAGED,
                "The desk's library " + file + " is damaged (" + finding + "). Nothing of it was deleted, for it may"
                        + " hold journals of payments. Put a copy of it back from a backup, or begin with a new"
                        + " library: slipway desktop offers that, or move " + name + ", " + name + "-wal and " + name
                        + "-shm into another folder. Keep them, and do not pay again for what may be in them.");
        if (cause != null) {
            told.initCause(cause);
        }
        return told;
    }

    private static boolean isDamage(int kind) {
        return kind == SQLiteErrorCode.SQLITE_CORRUPT.code || kind == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static int kind(Exception cause) {
        return cause instanceof SQLiteException known ? known.getResultCode().code & KIND : 0;
    }
}
