package dev.slipway.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for each caller, in one real PostgreSQL for the whole test JVM, which ends it. */
public final class TestDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String jdbcUrl;

    private TestDatabase(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Without tables. */
    public static TestDatabase empty() {
        String name = "test_" + NUMBER.incrementAndGet();
        try (var connection = Shared.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        return new TestDatabase(
                "jdbc:postgresql://127.0.0.1:" + Shared.POSTGRES.getPort() + "/" + name + "?user=postgres");
    }

    /** With the server's tables, as the migrations make them. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        Flyway.configure().dataSource(database.dataSource()).load().migrate();
        return database;
    }

    /** With user, ready for {@code SLIPWAY_DATABASE_URL}. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        return source;
    }
}
