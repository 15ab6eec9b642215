package dev.slipway.server.moderation;

import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.WordList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table banned_word. Read for each review, so that a change counts at once; the list is short. */
@Component
class BannedWords {
    private final JdbcClient database;

    BannedWords(JdbcClient database) {
        this.database = database;
    }

    WordList list() {
        return WordList.of(rows());
    }

    /** In the order of the words. */
    List<BannedWord> rows() {
        return database.sql("SELECT word, language, category FROM banned_word ORDER BY word")
                .query((row, number) -> new BannedWord(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
