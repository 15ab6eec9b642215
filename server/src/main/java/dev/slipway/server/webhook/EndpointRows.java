package dev.slipway.server.webhook;

import dev.slipway.model.webhook.WebhookScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table webhook_endpoint. */
@Component
class EndpointRows {
    private static final String COLUMNS = "e.id, e.account_id, e.url, e.scope, e.events, e.created_at, e.failing_since,"
            + " e.failures, e.disabled_at, e.disabled_reason";

    private final JdbcClient database;

    EndpointRows(JdbcClient database) {
        this.database = database;
    }

    /** Until the end of the transaction the account gets no other endpoint. */
    int countAlone(UUID account) {
        database.sql("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .param("account", account)
                .query(UUID.class)
                .single();
        return database.sql("SELECT count(*) FROM webhook_endpoint WHERE account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void insert(Endpoint endpoint) {
        database.sql("""
                        INSERT INTO webhook_endpoint (id, account_id, url, scope, events, created_at)
                        VALUES (:id, :account, :url, :scope, :events, :now)
                        """)
                .param("id", endpoint.id())
                .param("account", endpoint.account())
                .param("url", endpoint.url())
                .param("scope", endpoint.scope().text())
                .param("events", String.join(" ", endpoint.events()))
                .param("now", utc(endpoint.createdAt()))
                .update();
    }

    List<Endpoint> of(UUID account) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM webhook_endpoint e WHERE account_id = :account ORDER BY created_at, id")
                .param("account", account)
                .query((row, number) -> endpoint(row))
                .list();
    }

    Optional<Endpoint> find(UUID id) {
        return database.sql("SELECT " + COLUMNS + " FROM webhook_endpoint e WHERE id = :id")
                .param("id", id)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    /** Those that may be told of a publication: the author's, and those for all. */
    List<Endpoint> near(@Nullable UUID author) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM webhook_endpoint e
                        WHERE disabled_at IS NULL AND (scope = 'all' OR account_id = :author::uuid)
                        """)
                .param("author", author == null ? null : author.toString())
                .query((row, number) -> endpoint(row))
                .list();
    }

    /** False where the account has no such endpoint. Its deliveries go with it. */
    boolean delete(UUID id, UUID account) {
        return database.sql("DELETE FROM webhook_endpoint WHERE id = :id AND account_id = :account")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Takes endpoints for which something is due and at which nobody is; who was served longest ago comes first. */
    List<Endpoint> take(Instant now, Instant until, int most) {
        return database.sql("""
                        UPDATE webhook_endpoint e SET busy_until = :until
                        WHERE e.id IN (
                            SELECT free.id FROM webhook_endpoint free
                            WHERE (free.busy_until IS NULL OR free.busy_until <= :now)
                              AND EXISTS (
                                  SELECT 1 FROM webhook_delivery d
                                  WHERE d.endpoint_id = free.id AND d.state = 'waiting' AND d.next_try_at <= :now)
                            ORDER BY free.busy_until NULLS FIRST
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """ + COLUMNS)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> endpoint(row))
                .list();
    }

    /** Up to now, which lets it go, or longer. */
    void busyUntil(UUID id, Instant until) {
        database.sql("UPDATE webhook_endpoint SET busy_until = :until WHERE id = :id")
                .param("until", utc(until))
                .param("id", id)
                .update();
    }

    void succeeded(UUID id) {
        database.sql("""
                        UPDATE webhook_endpoint
                        SET failing_since = NULL, failures = 0, disabled_at = NULL, disabled_reason = NULL
                        WHERE id = :id
                        """).param("id", id).update();
    }

    /** The endpoint as it stands then; empty where it was deleted meanwhile. */
    Optional<Endpoint> failed(UUID id, Instant now) {
        return database.sql("""
                        UPDATE webhook_endpoint e
                        SET failing_since = coalesce(failing_since, :now), failures = failures + 1
                        WHERE id = :id RETURNING
                        """ + COLUMNS)
                .param("now", utc(now))
                .param("id", id)
                .query((row, number) -> endpoint(row))
                .optional();
    }

    /** Does nothing where it is disabled already. */
    void disable(UUID id, Instant now, String reason) {
        database.sql("""
                        UPDATE webhook_endpoint SET disabled_at = :now, disabled_reason = :reason
                        WHERE id = :id AND disabled_at IS NULL
                        """)
                .param("now", utc(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                text(row, "url"),
                WebhookScope.valueOf(text(row, "scope").toUpperCase(Locale.ROOT)),
                Stream.of(text(row, "events").split(" "))
                        .filter(type -> !type.isEmpty())
                        .toList(),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "failing_since"),
                row.getInt("failures"),
                instant(row, "disabled_at"),
                row.getString("disabled_reason"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
