package dev.slipway.server.review.complaint;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.review.queue.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table complaint. */
@Component
public class ComplaintRows {
    /** Of one case; the others are counted. Nobody reads more, and anybody can send any number. */
    public static final int MOST_KEPT = 100;

    private final JdbcClient database;

    ComplaintRows(JdbcClient database) {
        this.database = database;
    }

    /** What somebody writes. */
    public record Words(
            Rule category,
            String text,
            @Nullable String name,
            @Nullable String contact) {}

    /** Counts it, and keeps it word by word unless there are very many. */
    void add(long reviewCase, Words words, Instant now) {
        int count = database.sql(
                        "UPDATE review_case SET complaints = complaints + 1 WHERE id = :id RETURNING complaints")
                .param("id", reviewCase)
                .query(Integer.class)
                .single();
        if (count > MOST_KEPT) {
            return;
        }
        database.sql("""
                        INSERT INTO complaint (case_id, at, category, text, name, contact)
                        VALUES (:case, :now, :category, :text, :name, :contact)
                        """)
                .param("case", reviewCase)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("category", words.category().text())
                .param("text", words.text())
                .param("name", words.name())
                .param("contact", words.contact())
                .update();
    }

    /** Oldest first. */
    public List<Complaint> of(long reviewCase) {
        return database.sql("""
                        SELECT id, at, category, text, name, contact FROM complaint WHERE case_id = :case ORDER BY id
                        """)
                .param("case", reviewCase)
                .query((row, number) -> new Complaint(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Rule.parse(row.getString("category")),
                        row.getString("text"),
                        row.getString("name"),
                        row.getString("contact")))
                .list();
    }

    /** The case in which a person has looked into the same since then, and found nothing. */
    Optional<Long> dismissedSince(PublicationId publication, Rule category, Instant since) {
        return database.sql("""
                        SELECT max(c.id) FROM review_case c JOIN complaint w ON w.case_id = c.id
                        WHERE c.publication_id = :publication AND c.kind = 'report' AND c.outcome = 'dismiss'
                          AND c.closed_at > :since AND w.category = :category
                        """)
                .param("publication", publication.uuid())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("category", category.text())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /**
     * Erases who wrote, of cases that were closed before that moment.
     *
     * @return of how many complaints
     */
    int eraseContacts(Instant closedBefore) {
        return database.sql("""
                        UPDATE complaint SET name = NULL, contact = NULL
                        WHERE (name IS NOT NULL OR contact IS NOT NULL)
                          AND case_id IN (SELECT id FROM review_case WHERE closed_at < :moment)
                        """)
                .param("moment", closedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }
}
