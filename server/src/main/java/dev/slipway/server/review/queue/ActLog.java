package dev.slipway.server.review.queue;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table moderation_act, which only grows. Written within the transaction of the act. */
@Component
public class ActLog {
    private static final String COLUMNS =
            "SELECT id, at, account_id, case_id, publication_id, action, category, content_before, content_after";

    private final JdbcClient database;
    private final InstantSource clock;

    ActLog(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is to be written down.
     *
     * @param account null where the server acts by itself
     */
    public record Entry(
            Action action,
            PublicationId publication,
            @Nullable Long reviewCase,
            @Nullable UUID account,
            @Nullable Rule category,
            @Nullable ContentState before,
            @Nullable ContentState after) {

        public static Entry of(Action action, ReviewCase about, @Nullable UUID account) {
            return new Entry(action, about.publication(), about.id(), account, null, null, null);
        }
    }

    /** @return its number */
    public long write(Entry entry) {
        return database.sql("""
                        INSERT INTO moderation_act (at, account_id, case_id, publication_id, action, category,
                            content_before, content_after)
                        VALUES (:at, :account, :case, :publication, :action, :category, :before, :after)
                        RETURNING id
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", entry.account())
                .param("case", entry.reviewCase())
                .param("publication", entry.publication().uuid())
                .param("action", entry.action().text())
                .param(
                        "category",
                        entry.category() == null ? null : entry.category().text())
                .param("before", entry.before() == null ? null : entry.before().text())
                .param("after", entry.after() == null ? null : entry.after().text())
                .query(Long.class)
                .single();
    }

    /** Keeps the statement of reasons of an act. */
    public void explain(long act, String message) {
        database.sql("INSERT INTO moderation_statement (act_id, message) VALUES (:act, :message)")
                .param("act", act)
                .param("message", message)
                .update();
    }

    /** Newest first. */
    public List<Act> page(long before, int limit) {
        return database.sql(COLUMNS
                        + ", NULL AS message FROM moderation_act WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Oldest first. */
    public List<Act> of(PublicationId publication) {
        return database.sql(COLUMNS + """
                        , message FROM moderation_act LEFT JOIN moderation_statement ON act_id = id
                        WHERE publication_id = :publication ORDER BY id
                        """)
                .param("publication", publication.uuid())
                .query((row, number) -> read(row))
                .list();
    }

    /** The newest that stands between the publication and its author's wishes. */
    public Optional<Act> lastAgainst(PublicationId publication) {
        return of(publication).stream()
                .filter(act -> act.action().isAgainstTheAuthor())
                .max(Comparator.comparingLong(Act::id));
    }

    /** The decision that the author brought this case against, and all against the author that came after it. */
    public List<Act> contested(ReviewCase about) {
        List<Act> all = of(about.publication());
        long opened = all.stream()
                .filter(act -> act.action() == Action.OPEN && Objects.equals(act.caseId(), about.id()))
                .mapToLong(Act::id)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        List<Act> against =
                all.stream().filter(act -> act.action().isAgainstTheAuthor()).toList();
        long first = against.stream()
                .mapToLong(Act::id)
                .filter(id -> id < opened)
                .max()
                .orElse(0);
        return against.stream().filter(act -> act.id() >= first).toList();
    }

    private static Act read(ResultSet row) throws SQLException {
        String category = row.getString("category");
        UUID account = row.getObject("account_id", UUID.class);
        return new Act(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                Action.parse(row.getString("action")),
                category == null ? null : Rule.parse(category),
                row.getObject("case_id", Long.class),
                new PublicationId(row.getObject("publication_id", UUID.class)),
                state(row.getString("content_before")),
                state(row.getString("content_after")),
                account == null,
                account,
                row.getString("message"));
    }

    private static @Nullable ContentState state(@Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(ContentState.values())
                        .filter(state -> state.text().equals(text))
                        .findFirst()
                        .orElseThrow();
    }
}
