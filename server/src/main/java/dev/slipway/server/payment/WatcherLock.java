package dev.slipway.server.payment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * One watcher at a time among the servers of a database, by an advisory lock of PostgreSQL: a server that dies loses
 * it with its connection. It only saves work; the ledger is safe without it.
 */
final class WatcherLock {
    /** "slipchai" in ASCII, plus the chain id. */
    private static final long KEY = 0x736c697063686169L;

    private final DataSource dataSource;
    private final long key;

    WatcherLock(DataSource dataSource, long chainId) {
        this.dataSource = dataSource;
        this.key = KEY + chainId;
    }

    /**
     * Does the work unless another server does it.
     *
     * @return whether it was done
     */
    boolean runAlone(Runnable work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        }
    }

    private boolean ask(Connection connection, String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(function)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
