package dev.slipway.desk.store;

import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing. */
final class Transactions {
    private Transactions() {}

    /** @throws SQLException of what failed first; what the clearing up says comes with it */
    static void run(Connection connection, Database.Change change) throws SQLException {
        try {
            connection.setAutoCommit(false);
            change.on(connection);
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            clear(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    /** On a full disk SQLite has rolled back by itself, and says that there is nothing to roll back. */
    private static void clear(Connection connection, Throwable first) {
        attempt(connection::rollback, first);
        attempt(() -> connection.setAutoCommit(true), first);
    }

    private static void attempt(Step step, Throwable first) {
        try {
            step.run();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
