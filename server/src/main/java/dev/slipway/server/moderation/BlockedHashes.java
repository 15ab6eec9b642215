package dev.slipway.server.moderation;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table blocked_hash: files that are not shown here, by the SHA-256 of their bytes. */
@Component
class BlockedHashes {
    private final JdbcClient database;

    BlockedHashes(JdbcClient database) {
        this.database = database;
    }

    /** Why the file is blocked, as the operator wrote it; empty when it is not. */
    Optional<String> reason(String sha256) {
        return database.sql("SELECT reason FROM blocked_hash WHERE sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }
}
