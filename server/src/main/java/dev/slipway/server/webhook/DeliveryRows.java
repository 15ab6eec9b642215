package dev.slipway.server.webhook;

import dev.slipway.model.webhook.WebhookDelivery;
import dev.slipway.model.webhook.WebhookDelivery.State;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table webhook_delivery. */
@Component
class DeliveryRows {
    private static final String SHOWN =
            "SELECT id, number, event, state, created_at, attempts, last_try_at, next_try_at, status, answer"
                    + " FROM webhook_delivery";

    private final JdbcClient database;

    DeliveryRows(JdbcClient database) {
        this.database = database;
    }

    /** What was tried, and what came of it. */
    record Try(UUID delivery, Instant at, @Nullable Integer status, String answer) {}

    /** A delivery in the list of its endpoint. */
    record Numbered(long number, WebhookDelivery delivery) {}

    /** Part of the caller's transaction. */
    void insert(UUID id, UUID endpoint, String event, String body, Instant now) {
        database.sql("""
                        INSERT INTO webhook_delivery (id, endpoint_id, event, body, state, created_at, next_try_at)
                        VALUES (:id, :endpoint, :event, :body, 'waiting', :now, :now)
                        """)
                .param("id", id)
                .param("endpoint", endpoint)
                .param("event", event)
                .param("body", body)
                .param("now", utc(now))
                .update();
    }

    /** In the order in which they came. */
    Optional<Delivery> due(UUID endpoint, Instant now) {
        return database.sql("""
                        SELECT id, event, body, attempts FROM webhook_delivery
                        WHERE endpoint_id = :endpoint AND state = 'waiting' AND next_try_at <= :now
                        ORDER BY number LIMIT 1
                        """)
                .param("endpoint", endpoint)
                .param("now", utc(now))
                .query((row, number) -> new Delivery(
                        row.getObject("id", UUID.class), text(row, "event"), text(row, "body"), row.getInt("attempts")))
                .optional();
    }

    void delivered(Try made) {
        note(made, State.DELIVERED, null);
    }

    void tryAgain(Try made, Instant next) {
        note(made, State.WAITING, next);
    }

    void giveUp(Try made) {
        note(made, State.DEAD, null);
    }

    private void note(Try made, State state, @Nullable Instant next) {
        database.sql("""
                        UPDATE webhook_delivery
                        SET state = :state, attempts = attempts + 1, last_try_at = :at, next_try_at = :next::timestamptz,
                            status = :status::integer, answer = :answer
                        WHERE id = :id
                        """)
                .param("state", state.text())
                .param("at", utc(made.at()))
                .param("next", next == null ? null : next.toString())
                .param("status", made.status() == null ? null : made.status().toString())
                .param("answer", made.answer())
                .param("id", made.delivery())
                .update();
    }

    /** What waits for an endpoint that nothing is sent to any more. */
    void giveUpAll(UUID endpoint) {
        database.sql("""
                        UPDATE webhook_delivery SET state = 'dead', next_try_at = NULL
                        WHERE endpoint_id = :endpoint AND state = 'waiting'
                        """).param("endpoint", endpoint).update();
    }

    /** Sends what was delivered or given up once more, with all its tries. False where it waits or is not there. */
    boolean again(UUID id, UUID endpoint, Instant now) {
        return database.sql("""
                                UPDATE webhook_delivery SET state = 'waiting', attempts = 0, next_try_at = :now
                                WHERE id = :id AND endpoint_id = :endpoint AND state <> 'waiting'
                                """)
                        .param("now", utc(now))
                        .param("id", id)
                        .param("endpoint", endpoint)
                        .update()
                == 1;
    }

    Optional<WebhookDelivery> find(UUID id, UUID endpoint) {
        return database.sql(SHOWN + " WHERE id = :id AND endpoint_id = :endpoint")
                .param("id", id)
                .param("endpoint", endpoint)
                .query((row, number) -> shown(row).delivery())
                .optional();
    }

    /** Newest first. */
    List<Numbered> page(UUID endpoint, long before, int limit) {
        return database.sql(
                        SHOWN + " WHERE endpoint_id = :endpoint AND number < :before ORDER BY number DESC LIMIT :limit")
                .param("endpoint", endpoint)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> shown(row))
                .list();
    }

    /** Of all endpoints of the account, those of that kind that were made since. */
    int count(UUID account, String event, Instant since) {
        return database.sql("""
                        SELECT count(*) FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
                        WHERE e.account_id = :account AND d.event = :event AND d.created_at > :since
                        """)
                .param("account", account)
                .param("event", event)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    int deleteMadeBefore(Instant moment) {
        return database.sql("DELETE FROM webhook_delivery WHERE created_at < :moment AND state <> 'waiting'")
                .param("moment", utc(moment))
                .update();
    }

    private static Numbered shown(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong("number"),
                new WebhookDelivery(
                        row.getObject("id", UUID.class),
                        text(row, "event"),
                        State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(instant(row, "created_at")),
                        row.getInt("attempts"),
                        instant(row, "last_try_at"),
                        instant(row, "next_try_at"),
                        row.getObject("status", Integer.class),
                        row.getString("answer")));
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
