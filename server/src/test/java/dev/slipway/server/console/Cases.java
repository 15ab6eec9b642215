package dev.slipway.server.console;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts publications before the moderators of a running server, and looks at what became of them. */
final class Cases {
    private final PublishedFilms films;
    private final ReviewQueue queue;
    private final JdbcClient database;

    Cases(ApplicationContext server) {
        films = new PublishedFilms(server);
        queue = server.getBean(ReviewQueue.class);
        database = server.getBean(JdbcClient.class);
    }

    /** As if nobody had brought anything. */
    void settleAll() {
        database.sql("UPDATE review_case SET closed_at = now(), outcome = 'moot' WHERE closed_at IS NULL")
                .update();
    }

    /** A publication that the checks brought before a person. */
    PublicationId waiting(String title, String description) throws IOException {
        PublicationForm form = new PublicationForm(title, description, List.of("fractal"));
        PublicationId id = films.waitingForReview(Film.made(), form);
        queue.bring(id, List.of(new ReviewCause(ReviewCause.TEXT, "A word of the list is in the description.")));
        return id;
    }

    /** One that everybody can see. */
    PublicationId published(String title) throws IOException {
        PublicationForm form = new PublicationForm(title, "How it gets in.", List.of("ships"));
        return films.publish(Film.made(), form, Instant.parse("2026-11-20T10:00:00Z"));
    }

    /** So many publications, with a case of every kind each. */
    void openAllKindsOf(int publications) throws IOException {
        for (int i = 0; i < publications; i++) {
            database.sql("""
                            INSERT INTO review_case (publication_id, kind, opened_at)
                            SELECT :id, kind, now() FROM unnest(ARRAY['check', 'report', 'notice', 'counter-notice',
                                'appeal', 'moderator']) kind""").param("id", published("Number " + i).uuid()).update();
        }
    }

    /** Of its open case. */
    long caseOf(PublicationId id) {
        return number("SELECT id FROM review_case WHERE closed_at IS NULL AND publication_id = :id", id);
    }

    String content(PublicationId id) {
        return text("SELECT content FROM publication WHERE id = :id", id);
    }

    /** What the author is told of the last decision: the rule, and the reason. */
    String lastStatement(PublicationId id) {
        return text("""
                SELECT a.category || ': ' || s.message FROM moderation_act a JOIN moderation_statement s ON s.act_id = a.id
                WHERE a.publication_id = :id ORDER BY a.id DESC LIMIT 1""", id);
    }

    long strikes(PublicationId id) {
        return number("SELECT count(*) FROM author_strike WHERE publication_id = :id", id);
    }

    /** Whether a moderator has its case. */
    boolean isClaimed(PublicationId id) {
        return number("""
                        SELECT count(*) FROM review_case
                        WHERE closed_at IS NULL AND claimed_by IS NOT NULL AND publication_id = :id""", id) > 0;
    }

    /** Gives it to somebody else, who is at it for the next half an hour. */
    void giveToSomebodyElse(PublicationId id) {
        database.sql("""
                        UPDATE review_case SET claimed_by = gen_random_uuid(), claimed_until = now() + interval '30 minutes'
                        WHERE publication_id = :id""").param("id", id.uuid()).update();
    }

    void giveAuthor(PublicationId id, Address author) {
        database.sql("UPDATE publication SET author = :author WHERE id = :id")
                .param("author", author.hex())
                .param("id", id.uuid())
                .update();
    }

    /** As if it had gone its own way. */
    void moveOn(PublicationId id) {
        database.sql("UPDATE publication SET content = 'cancelled' WHERE id = :id")
                .param("id", id.uuid())
                .update();
    }

    /** Access tokens are over, refresh tokens are not. */
    void endAccess() {
        database.sql("UPDATE session SET access_expires_at = now() - interval '1 second'")
                .update();
    }

    /** Nobody is signed in any more. */
    void endSessions() {
        database.sql("UPDATE session SET ended_at = now()").update();
    }

    /** How often somebody signed in or refreshed. */
    long sessions() {
        return database.sql("SELECT count(*) FROM session").query(Long.class).single();
    }

    private long number(String sql, PublicationId id) {
        return database.sql(sql).param("id", id.uuid()).query(Long.class).single();
    }

    private String text(String sql, PublicationId id) {
        return database.sql(sql).param("id", id.uuid()).query(String.class).single();
    }
}
