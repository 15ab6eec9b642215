package dev.slipway.desk.store;

import java.sql.Connection;
import java.sql.SQLException;

/** All or nothing. */
final class Transactions {
    private Transactions() {}

    static void run(Connection connection, Database.Change change) throws SQLException {
        boolean whole = false;
        connection.setAutoCommit(false);
        try {
            change.on(connection);
            connection.commit();
            whole = true;
        } finally {
            if (!whole) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
