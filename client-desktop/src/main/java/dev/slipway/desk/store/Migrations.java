package dev.slipway.desk.store;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Brings a database to this program's shape, one numbered script after the other; its user_version is the last one's. */
final class Migrations {
    /** The number of the newest script. */
    static final int NEWEST = 3;

    private Migrations() {}

    static void run(Connection connection, Path file) throws SQLException {
        if (version(connection) < NEWEST) {
            Transactions.run(connection, Migrations::missing);
        }
        int found = version(connection);
        if (found > NEWEST) {
            throw new DeskException(
                    ProblemCode.CONFIGURATION,
                    "The desk's database " + file + " was written by a newer Slipway (its version is " + found
                            + ", this one knows " + NEWEST + "). Start the newer one, or set SLIPWAY_HOME to another"
                            + " folder.");
        }
    }

    /** The version is read again within the transaction: another process may have been first. */
    private static void missing(Connection connection) throws SQLException {
        for (int next = version(connection) + 1; next <= NEWEST; next++) {
            try (Statement statement = connection.createStatement()) {
                for (String command : script(next).split(";\\s*\\n")) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                statement.execute("pragma user_version = " + next);
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma user_version")) {
            return rows.getInt(1);
        }
    }

    private static String script(int number) {
        String name = "migration-" + number + ".sql";
        try (InputStream in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
