package dev.slipway.server.review.queue;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.review.queue.ReviewCase.Claim;
import dev.slipway.server.review.queue.ReviewCase.Closing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Table review_case. Whoever changes a case locks its publication before, so that two never wait for each other. */
@Component
public class CaseRows {
    private static final String COLUMNS = """
            SELECT id, publication_id, kind, causes, complaints, opened_at, claimed_by, claimed_until, closed_at, outcome
            FROM review_case
            """;

    private final JdbcClient database;

    CaseRows(JdbcClient database) {
        this.database = database;
    }

    /** Opens one unless one of the kind is open already. */
    boolean open(PublicationId publication, CaseKind kind, List<ReviewCause> causes, Instant now) {
        return database.sql("""
                        INSERT INTO review_case (publication_id, kind, causes, opened_at)
                        VALUES (:publication, :kind, :causes::jsonb, :now)
                        ON CONFLICT (publication_id, kind) WHERE closed_at IS NULL DO NOTHING
                        """)
                        .param("publication", publication.uuid())
                        .param("kind", kind.text())
                        .param("causes", Json.STRICT.writeValueAsString(causes))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    void addCause(long id, ReviewCause cause) {
        database.sql("UPDATE review_case SET causes = causes || :cause::jsonb WHERE id = :id")
                .param("id", id)
                .param("cause", Json.STRICT.writeValueAsString(List.of(cause)))
                .update();
    }

    Optional<ReviewCase> find(long id) {
        return database.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<ReviewCase> findOpen(PublicationId publication, CaseKind kind) {
        return database.sql(COLUMNS + "WHERE publication_id = :publication AND kind = :kind AND closed_at IS NULL")
                .param("publication", publication.uuid())
                .param("kind", kind.text())
                .query((row, number) -> read(row))
                .optional();
    }

    /** All of a publication's, oldest first. */
    public List<ReviewCase> of(PublicationId publication) {
        return database.sql(COLUMNS + "WHERE publication_id = :publication ORDER BY id")
                .param("publication", publication.uuid())
                .query((row, number) -> read(row))
                .list();
    }

    /**
     * Oldest first.
     *
     * @param kind null for every kind
     */
    public List<ReviewCase> waiting(@Nullable CaseKind kind, long after, int limit) {
        return database.sql(COLUMNS + """
                        WHERE closed_at IS NULL AND id > :after AND (cast(:kind as text) IS NULL OR kind = :kind)
                        ORDER BY id LIMIT :limit
                        """)
                .param("after", after)
                .param("kind", kind == null ? null : kind.text())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Newest first, by when they were opened. */
    public List<ReviewCase> closed(@Nullable CaseKind kind, long before, int limit) {
        return database.sql(COLUMNS + """
                        WHERE closed_at IS NOT NULL AND id < :before AND (cast(:kind as text) IS NULL OR kind = :kind)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("kind", kind == null ? null : kind.text())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many wait, by kind; every kind is there. */
    public Map<CaseKind, Long> counts() {
        Map<CaseKind, Long> counts = new EnumMap<>(CaseKind.class);
        for (CaseKind kind : CaseKind.values()) {
            counts.put(kind, 0L);
        }
        record Count(CaseKind kind, long count) {}

        database.sql("SELECT kind, count(*) FROM review_case WHERE closed_at IS NULL GROUP BY kind")
                .query((row, number) -> new Count(CaseKind.parse(row.getString(1)), row.getLong(2)))
                .list()
                .forEach(count -> counts.put(count.kind(), count.count()));
        return counts;
    }

    /** False where it is closed, or somebody else's at that moment. */
    boolean claim(long id, UUID account, Instant until, Instant now) {
        return database.sql("""
                        UPDATE review_case SET claimed_by = :account, claimed_until = :until
                        WHERE id = :id AND closed_at IS NULL
                          AND (claimed_by IS NULL OR claimed_by = :account OR claimed_until <= :now)
                        """)
                        .param("account", account)
                        .param("until", utc(until))
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** False where it was not this account's. */
    boolean release(long id, UUID account) {
        return database.sql("""
                        UPDATE review_case SET claimed_by = NULL, claimed_until = NULL
                        WHERE id = :id AND closed_at IS NULL AND claimed_by = :account
                        """).param("account", account).param("id", id).update() > 0;
    }

    /** False where it is closed already. */
    public boolean close(long id, Closing closing) {
        return database.sql("""
                        UPDATE review_case SET closed_at = :at, outcome = :outcome
                        WHERE id = :id AND closed_at IS NULL
                        """)
                        .param("at", utc(closing.at()))
                        .param("outcome", closing.outcome().text())
                        .param("id", id)
                        .update()
                > 0;
    }

    private static ReviewCase read(ResultSet row) throws SQLException {
        UUID claimedBy = row.getObject("claimed_by", UUID.class);
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new ReviewCase(
                row.getLong("id"),
                new PublicationId(row.getObject("publication_id", UUID.class)),
                CaseKind.parse(row.getString("kind")),
                Json.STRICT.readValue(row.getString("causes"), new TypeReference<List<ReviewCause>>() {}),
                row.getInt("complaints"),
                instant(row, "opened_at"),
                claimedBy == null ? null : new Claim(claimedBy, instant(row, "claimed_until")),
                closedAt == null ? null : new Closing(closedAt.toInstant(), Action.parse(row.getString("outcome"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column)
                .toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
