package dev.slipway.server.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables notice_address, notice_confirmation and notice_request. */
@Component
class NoticeAddresses {
    /** Of no account. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;

    NoticeAddresses(JdbcClient database) {
        this.database = database;
    }

    /** Who is written to. */
    record Reader(UUID account, String email, NoticeLanguage language) {}

    Optional<Reader> confirmed(UUID account) {
        return database.sql("SELECT account_id, email, language FROM notice_address WHERE account_id = :account")
                .param("account", account)
                .query((row, number) -> reader(row))
                .optional();
    }

    List<Reader> all() {
        return database.sql("SELECT account_id, email, language FROM notice_address")
                .query((row, number) -> reader(row))
                .list();
    }

    Optional<Reader> waiting(UUID account, Instant now) {
        return database.sql("""
                        SELECT account_id, email, language FROM notice_confirmation
                        WHERE account_id = :account AND expires_at > :now
                        """)
                .param("account", account)
                .param("now", utc(now))
                .query((row, number) -> reader(row))
                .optional();
    }

    /** Until the end of the transaction nobody else changes what this account is told. */
    void lock(UUID account) {
        database.sql("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .param("account", account)
                .query(UUID.class)
                .single();
    }

    /** Replaces what waited before. */
    void await(Reader reader, String codeHash, int tries, Instant until) {
        database.sql("""
                        INSERT INTO notice_confirmation (account_id, email, language, code_hash, tries_left, expires_at)
                        VALUES (:account, :email, :language, :hash, :tries, :until)
                        ON CONFLICT (account_id) DO UPDATE
                        SET email = excluded.email, language = excluded.language, code_hash = excluded.code_hash,
                            tries_left = excluded.tries_left, expires_at = excluded.expires_at
                        """)
                .param("account", reader.account())
                .param("email", reader.email())
                .param("language", reader.language().text())
                .param("hash", codeHash)
                .param("tries", tries)
                .param("until", utc(until))
                .update();
    }

    /** Takes one try; empty where none is left or nothing waits. */
    Optional<String> takeTry(UUID account, Instant now) {
        return database.sql("""
                        UPDATE notice_confirmation SET tries_left = tries_left - 1
                        WHERE account_id = :account AND tries_left > 0 AND expires_at > :now
                        RETURNING code_hash
                        """)
                .param("account", account)
                .param("now", utc(now))
                .query(String.class)
                .optional();
    }

    void confirm(UUID account, Instant now) {
        database.sql("""
                        INSERT INTO notice_address (account_id, email, language, confirmed_at)
                        SELECT account_id, email, language, :now FROM notice_confirmation WHERE account_id = :account
                        ON CONFLICT (account_id) DO UPDATE
                        SET email = excluded.email, language = excluded.language, confirmed_at = excluded.confirmed_at
                        """).param("now", utc(now)).param("account", account).update();
        forgetWaiting(account);
    }

    private void forgetWaiting(UUID account) {
        database.sql("DELETE FROM notice_confirmation WHERE account_id = :account")
                .param("account", account)
                .update();
    }

    void delete(UUID account) {
        forgetWaiting(account);
        database.sql("DELETE FROM notice_address WHERE account_id = :account")
                .param("account", account)
                .update();
        database.sql("DELETE FROM mail WHERE account_id = :account")
                .param("account", account)
                .update();
    }

    int requestsOf(UUID account, Instant since) {
        return database.sql("SELECT count(*) FROM notice_request WHERE account_id = :account AND at > :since")
                .param("account", account)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    int requestsFor(String emailHash, Instant since) {
        return database.sql("SELECT count(*) FROM notice_request WHERE email_hash = :hash AND at > :since")
                .param("hash", emailHash)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** That somebody asked stays until the day is over: it keeps an address from getting more mail than it should. */
    void forgetWhoAsked(UUID account) {
        database.sql("UPDATE notice_request SET account_id = :nobody WHERE account_id = :account")
                .param("nobody", NOBODY)
                .param("account", account)
                .update();
    }

    void forgetRequestsUntil(Instant last) {
        database.sql("DELETE FROM notice_request WHERE at <= :last")
                .param("last", utc(last))
                .update();
    }

    void noteRequest(UUID account, String emailHash, Instant now) {
        database.sql("INSERT INTO notice_request (at, account_id, email_hash) VALUES (:now, :account, :hash)")
                .param("now", utc(now))
                .param("account", account)
                .param("hash", emailHash)
                .update();
    }

    private static Reader reader(ResultSet row) throws SQLException {
        return new Reader(
                row.getObject("account_id", UUID.class),
                Objects.requireNonNull(row.getString("email")),
                NoticeLanguage.parse(Objects.requireNonNull(row.getString("language"))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
