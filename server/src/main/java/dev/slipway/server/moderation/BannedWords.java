package dev.slipway.server.moderation;

import dev.slipway.model.moderation.AllowedWord;
import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.Severity;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.moderation.WordList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables banned_word and moderation_exception, kept ready in memory. Their revision is read each time, so that a change
 * counts at once, also one that another server of this database made.
 */
@Component
class BannedWords implements WordReading {
    private final JdbcClient database;
    private volatile @Nullable Kept kept;

    private record Kept(long revision, WordList list) {}

    BannedWords(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the words. */
    WordList list() {
        // Before the rows: what changes between the two reads is read again the next time.
        long revision = database.sql("SELECT revision FROM word_list_revision")
                .query(Long.class)
                .single();
        Kept known = kept;
        if (known == null || known.revision() != revision) {
            known = new Kept(revision, WordList.of(words(), exceptions()));
            kept = known;
        }
        return known.list();
    }

    @Override
    public List<WordHit> in(String field, String text) {
        return list().in(field, text);
    }

    private List<BannedWord> words() {
        return database.sql("SELECT word, language, category, severity FROM banned_word ORDER BY word, language")
                .query((row, number) -> new BannedWord(
                        row.getString(1), row.getString(2), row.getString(3), Severity.parse(row.getString(4))))
                .list();
    }

    private List<AllowedWord> exceptions() {
        return database.sql("SELECT word, language FROM moderation_exception ORDER BY word, language")
                .query((row, number) -> new AllowedWord(row.getString(1), row.getString(2)))
                .list();
    }
}
