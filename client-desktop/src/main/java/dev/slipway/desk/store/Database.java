package dev.slipway.desk.store;

import dev.slipway.desk.durable.DurableFile;
import dev.slipway.desk.problem.DeskException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * One connection to the file, used by one thread at a time. What {@link #write} returns from is on disk, also after a
 * power cut; another process that writes is waited for. Blocking: never to be called on the window's thread.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final Connection connection;
    private final Lock turn = new ReentrantLock();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** What is asked of the connection. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What is changed through the connection. */
    @FunctionalInterface
    public interface Change {
        void on(Connection connection) throws SQLException;
    }

    /**
     * Opens the file, makes it where it is missing, and brings it to this program's shape.
     *
     * @throws DeskException when it cannot be opened, or was written by a newer Slipway
     */
    public static Database open(Path file) {
        try {
            DurableFile.createFolder(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()));
            closeToOthers(file);
            Connection connection = configuration().createConnection("jdbc:sqlite:" + file.toAbsolutePath());
            Database database = new Database(file, connection);
            database.migrate();
            return database;
        } catch (SQLException | IOException e) {
            throw Failures.of(file, e);
        }
    }

    /**
     * Opens the file as {@link #open} does, and reads through all of it first: what is damaged is better met now than in
     * the middle of something. Only while nothing else in this process has the file open.
     *
     * @throws DeskException {@code library-damaged} where it is
     */
    public static Database openChecked(Path file) {
        if (!Header.isDatabase(file)) {
            throw Failures.damaged(file, "file is not a database", null);
        }
        Database database = open(file);
        boolean whole = false;
        try {
            database.check();
            whole = true;
        } finally {
            if (!whole) {
                database.close();
            }
        }
        return database;
    }

    private void check() {
        String finding = read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("pragma quick_check(1)")) {
                return rows.getString(1);
            }
        });
        if (!finding.equals("ok")) {
            throw Failures.damaged(file, finding.strip().replaceAll("\\s+", " "), null);
        }
    }

    /** SQLite gives the files that it makes beside this one the same permissions. */
    private static void closeToOthers(Path file) throws IOException {
        boolean closed = DurableFile.makeOwnersAlone(file);
        for (String beside : List.of("-wal", "-shm")) {
            closed &= DurableFile.tighten(file.resolveSibling(file.getFileName() + beside));
        }
        if (!closed) {
            LOG.warn("Others may be able to read {}: its permissions cannot be changed", file);
        }
    }

    private static SQLiteConfig configuration() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        // A transaction that reads first and writes then would meet another writer in its middle.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    private void migrate() throws SQLException {
        boolean whole = false;
        try {
            try (Statement statement = connection.createStatement()) {
                // What is deleted or written over is zeros then.
                statement.execute("pragma secure_delete = on");
            }
            Migrations.run(connection, file);
            whole = true;
        } finally {
            if (!whole) {
                connection.close();
            }
        }
    }

    public <T> T read(Query<T> query) {
        turn.lock();
        try {
            return query.on(connection);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            turn.unlock();
        }
    }

    /** All of the change or, where it fails, nothing of it. */
    public void write(Change change) {
        turn.lock();
        try {
            Transactions.run(connection, change);
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            turn.unlock();
        }
    }

    /** Gives back the pages that nothing uses, with what was once in them. Not while another process is at work. */
    public void compact() {
        turn.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
        } catch (SQLException e) {
            LOG.info("The desk's database could not be compacted: {}", e.getMessage());
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of(file, e);
        } finally {
            turn.unlock();
        }
    }
}
