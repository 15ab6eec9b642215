package dev.slipway.server.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which accounts there are: one that was erased is none, and who comes back with its wallet has another. */
@Component
public class KnownAccounts {
    private final JdbcClient database;

    KnownAccounts(JdbcClient database) {
        this.database = database;
    }

    /** Since when there is this account; empty where it is none, or none any more. */
    public Optional<Instant> since(UUID account) {
        return database.sql("SELECT created_at FROM account WHERE id = :id")
                .param("id", account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
