package dev.slipway.server.moderation;

import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody changed as a moderator. The history names accounts by numbers alone, which are nobody's once one is gone. */
@Component
class ModerationRecords implements PersonalRecords {
    private final JdbcClient database;

    ModerationRecords(JdbcClient database) {
        this.database = database;
    }

    /** One change of the list of words. */
    record Changed(Instant at, String action, String language, String word) {}

    @Override
    public String name() {
        return "moderation";
    }

    @Override
    public List<Changed> of(Person person) {
        return database.sql("""
                        SELECT at, action, language, word FROM moderation_change WHERE account_id = :account ORDER BY id
                        """)
                .param("account", person.account())
                .query((row, number) -> new Changed(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        String.valueOf(row.getString("action")),
                        String.valueOf(row.getString("language")),
                        String.valueOf(row.getString("word"))))
                .list();
    }

    @Override
    public void erase(Person person) {
        // The history is append only, and has nothing of the person but the account's number.
    }
}
