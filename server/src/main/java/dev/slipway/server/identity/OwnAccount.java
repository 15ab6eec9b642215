package dev.slipway.server.identity;

import dev.slipway.model.ethereum.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An account, its identities and its sessions, for the person whose they are. */
@Component
@Transactional
public class OwnAccount {
    private final JdbcClient database;

    OwnAccount(JdbcClient database) {
        this.database = database;
    }

    /** What is kept; tokens are not, not even as the hashes that stand for them here. */
    public record Kept(UUID id, Instant createdAt, List<Identity> identities, List<Session> sessions) {}

    /** By what the person signs in. */
    public record Identity(String kind, Address subject, Instant createdAt) {}

    /** @param family the same for all that followed one signing in */
    public record Session(
            UUID family,
            Instant createdAt,
            Instant accessExpiresAt,
            Instant refreshExpiresAt,
            @Nullable Instant refreshedAt,
            @Nullable Instant endedAt) {}

    /** Of an account that exists. */
    @Transactional(readOnly = true)
    public Kept of(UUID account) {
        Instant createdAt = database.sql("select created_at from account where id = :id")
                .param("id", account)
                .query((row, number) -> time(row, "created_at"))
                .single();
        return new Kept(account, createdAt, identities(account), sessions(account));
    }

    private List<Identity> identities(UUID account) {
        return database.sql("""
                        select kind, subject, created_at from account_identity where account_id = :id
                        order by created_at, subject""")
                .param("id", account)
                .query((row, number) -> new Identity(
                        Objects.requireNonNull(row.getString("kind")),
                        new Address(row.getString("subject")),
                        time(row, "created_at")))
                .list();
    }

    private List<Session> sessions(UUID account) {
        return database.sql("""
                        select family, created_at, access_expires_at, refresh_expires_at, refreshed_at, ended_at
                        from session where account_id = :id order by created_at, id""")
                .param("id", account)
                .query((row, number) -> new Session(
                        row.getObject("family", UUID.class),
                        time(row, "created_at"),
                        time(row, "access_expires_at"),
                        time(row, "refresh_expires_at"),
                        timeOrNull(row, "refreshed_at"),
                        timeOrNull(row, "ended_at")))
                .list();
    }

    /** With its identities and sessions. Repeating it changes nothing. */
    public void erase(UUID account) {
        database.sql("delete from account where id = :id").param("id", account).update();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column), column);
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
