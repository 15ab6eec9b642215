package dev.slipway.server.moderation;

import dev.slipway.model.moderation.WordRequest;
import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the list and its exceptions, one change after the other, and keeps who did in table moderation_change. */
@Service
class WordListChanges {
    private final JdbcClient database;
    private final InstantSource clock;

    WordListChanges(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Repeating it changes nothing but the history. */
    @Transactional
    void put(ListedWord word, WordRequest row, UUID account) {
        waitForOthers();
        database.sql("""
                        INSERT INTO banned_word (language, word, category, severity)
                        VALUES (:language, :word, :category, :severity)
                        ON CONFLICT (language, word)
                        DO UPDATE SET category = excluded.category, severity = excluded.severity
                        """)
                .param("language", word.language())
                .param("word", word.word())
                .param("category", row.category())
                .param("severity", row.severity().text())
                .update();
        requireRoom("SELECT count(*) FROM banned_word");
        note("put-word", word, row, account);
    }

    /** @throws ProblemException {@code not-found} where there is no such row */
    @Transactional
    void delete(ListedWord word, UUID account) {
        waitForOthers();
        requireOne(database.sql("DELETE FROM banned_word WHERE language = :language AND word = :word")
                .param("language", word.language())
                .param("word", word.word())
                .update());
        note("delete-word", word, null, account);
    }

    /** Repeating it changes nothing but the history. */
    @Transactional
    void putException(ListedWord word, UUID account) {
        waitForOthers();
        database.sql("""
                        INSERT INTO moderation_exception (language, word) VALUES (:language, :word)
                        ON CONFLICT DO NOTHING
                        """)
                .param("language", word.language())
                .param("word", word.word())
                .update();
        requireRoom("SELECT count(*) FROM moderation_exception");
        note("put-exception", word, null, account);
    }

    /** @throws ProblemException {@code not-found} where there is no such exception */
    @Transactional
    void deleteException(ListedWord word, UUID account) {
        waitForOthers();
        requireOne(database.sql("DELETE FROM moderation_exception WHERE language = :language AND word = :word")
                .param("language", word.language())
                .param("word", word.word())
                .update());
        note("delete-exception", word, null, account);
    }

    /** Until this transaction ends nobody else changes the list. */
    private void waitForOthers() {
        database.sql("SELECT revision FROM word_list_revision FOR UPDATE")
                .query(Long.class)
                .single();
    }

    private void requireRoom(String count) {
        if (database.sql(count).query(Long.class).single() > WordRules.MAX_ROWS) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The list is full: it has at most " + WordRules.MAX_ROWS + " rows. Delete one first.");
        }
    }

    private static void requireOne(int rows) {
        if (rows == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such word on the list.");
        }
    }

    private void note(String action, ListedWord word, @Nullable WordRequest row, UUID account) {
        database.sql("""
                        INSERT INTO moderation_change (at, account_id, action, language, word, category, severity)
                        VALUES (:at, :account, :action, :language, :word, :category, :severity)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("action", action)
                .param("language", word.language())
                .param("word", word.word())
                .param("category", row == null ? null : row.category())
                .param("severity", row == null ? null : row.severity().text())
                .update();
    }
}
