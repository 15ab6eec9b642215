package dev.slipway.server.database;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which PostgreSQL the tables need: V10 compares nulls in a unique constraint, which 15 was the first to do. */
final class PostgresVersion {
    private static final int OLDEST = 15;
    private static final int MAJOR = 10_000;

    private PostgresVersion() {}

    /** @throws StartRefused before anything is written to one that is too old */
    static void require(DataSource database) {
        require(JdbcClient.create(database)
                .sql("SELECT current_setting('server_version_num')::integer")
                .query(Integer.class)
                .single());
    }

    /** @param number as PostgreSQL tells it: 140011 is 14.11 */
    static void require(int number) {
        if (number / MAJOR < OLDEST) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_DATABASE_URL names a PostgreSQL " + number / MAJOR + "." + number % MAJOR
                            + "; this server needs " + OLDEST + " or newer. Upgrade it, or name another.");
        }
    }
}
