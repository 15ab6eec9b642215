package dev.slipway.server.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.server.database.Jobs;
import dev.slipway.server.database.QueuedJobs;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that no server took in eight tries, for operators. Whom it is for, and what it says, they are not told. */
@Component
public class DeadMails {
    private final JdbcClient database;
    private final Jobs jobs;
    private final QueuedJobs queued;

    DeadMails(JdbcClient database, Jobs jobs, QueuedJobs queued) {
        this.database = database;
        this.jobs = jobs;
        this.queued = queued;
    }

    /**
     * Mails in the table.
     *
     * @param waiting for their first or next try
     * @param dead given up within the last 30 days
     */
    public record Mails(long waiting, long dead) {}

    public Mails count() {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE dead_at IS NULL) AS waiting,
                               count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead
                        FROM mail
                        """).query(Mails.class).single();
    }

    /** @param problem what the last try ended with */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeadMail(
            UUID id,
            Instant createdAt,
            int attempts,
            @Nullable String problem,
            Instant deadAt) {}

    /** Newest first. */
    public List<DeadMail> list(int limit) {
        return database.sql("""
                        SELECT id, created_at, attempts, problem, dead_at FROM mail WHERE dead_at IS NOT NULL
                        ORDER BY dead_at DESC, id LIMIT :limit
                        """).param("limit", limit).query(DeadMail.class).list();
    }

    /** Sends it once more, with all its tries. False where it is not dead, or not there. */
    @Transactional
    public boolean again(UUID id) {
        // Its last job may not have ended yet, and another of the same name would be none.
        if (queued.retry(MailQueue.JOB, id.toString()) != QueuedJobs.Retry.UNKNOWN) {
            return false;
        }
        boolean isDead =
                database.sql("UPDATE mail SET dead_at = NULL, attempts = 0 WHERE id = :id AND dead_at IS NOT NULL")
                                .param("id", id)
                                .update()
                        == 1;
        if (isDead) {
            jobs.now(MailQueue.JOB, id.toString());
        }
        return isDead;
    }
}
