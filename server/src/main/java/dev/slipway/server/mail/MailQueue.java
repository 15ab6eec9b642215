package dev.slipway.server.mail;

import dev.slipway.server.configuration.MailSettings;
import dev.slipway.server.database.Jobs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table mail, and the jobs that empty it. */
@Component
class MailQueue {
    static final String JOB = "send-mail";

    private final JdbcClient database;
    private final Jobs jobs;
    private final MailSettings settings;
    private final InstantSource clock;

    MailQueue(JdbcClient database, Jobs jobs, MailSettings settings, InstantSource clock) {
        this.database = database;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param attempts made so far */
    record Mail(UUID id, String recipient, String subject, String body, int attempts) {}

    boolean isOn() {
        return settings.smtpUrl() != null;
    }

    /** Part of the caller's transaction: the mail leaves when that is committed, and not without it. */
    void add(NoticeAddresses.Reader to, Letter letter) {
        if (!isOn()) {
            return;
        }
        UUID id = UUID.randomUUID();
        database.sql("""
                        INSERT INTO mail (id, account_id, recipient, subject, body, created_at)
                        VALUES (:id, :account, :recipient, :subject, :body, :now)
                        """)
                .param("id", id)
                .param("account", to.account())
                .param("recipient", to.email())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jobs.now(JOB, id.toString());
    }

    /** Empty for what was sent or taken back. */
    Optional<Mail> find(UUID id) {
        return database.sql(
                        "SELECT id, recipient, subject, body, attempts FROM mail WHERE id = :id AND dead_at IS NULL")
                .param("id", id)
                .query(Mail.class)
                .optional();
    }

    void sent(UUID id) {
        database.sql("DELETE FROM mail WHERE id = :id").param("id", id).update();
    }

    void failed(UUID id, String problem) {
        database.sql("UPDATE mail SET attempts = attempts + 1, problem = :problem WHERE id = :id")
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    void giveUp(UUID id) {
        database.sql("UPDATE mail SET dead_at = :now WHERE id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    int deleteMadeBefore(Instant moment) {
        return database.sql("DELETE FROM mail WHERE created_at < :moment AND dead_at IS NOT NULL")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
