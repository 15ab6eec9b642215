package dev.slipway.server.review;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import dev.slipway.server.publication.Publication;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Strikes, and what an author wrote against decisions. The log of acts stays: nothing in it is of an author. */
@Component
class ReviewRecords implements PersonalRecords {
    private static final String OWN_CASES = """
            (SELECT id FROM review_case WHERE publication_id IN (:publications) AND kind IN ('appeal', 'counter-notice'))
            """;

    private final JdbcClient database;
    private final Strikes strikes;

    ReviewRecords(JdbcClient database, Strikes strikes) {
        this.database = database;
        this.strikes = strikes;
    }

    /** What an author wrote. */
    record Written(
            Instant at,
            String text,
            @Nullable String name,
            @Nullable String contact) {}

    @Override
    public String name() {
        return "review";
    }

    @Override
    public List<?> of(Person person) {
        List<Object> records = new ArrayList<>();
        person.wallets().forEach(wallet -> records.addAll(strikes.of(wallet)));
        List<UUID> publications = publications(person);
        if (!publications.isEmpty()) {
            records.addAll(database.sql("SELECT at, text, name, contact FROM complaint WHERE case_id IN " + OWN_CASES
                            + " ORDER BY id")
                    .param("publications", publications)
                    .query((row, number) -> new Written(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            String.valueOf(row.getString("text")),
                            row.getString("name"),
                            row.getString("contact")))
                    .list());
        }
        return records;
    }

    /** Whoever comes back with the same wallet begins anew; with another one they could do so anyhow. */
    @Override
    public void erase(Person person) {
        List<String> wallets = person.wallets().stream().map(Address::hex).toList();
        if (!wallets.isEmpty()) {
            database.sql("DELETE FROM author_strike WHERE author IN (:wallets)")
                    .param("wallets", wallets)
                    .update();
        }
        List<UUID> publications = publications(person);
        if (publications.isEmpty()) {
            return;
        }
        database.sql("UPDATE complaint SET text = '', name = NULL, contact = NULL WHERE case_id IN " + OWN_CASES)
                .param("publications", publications)
                .update();
        database.sql("""
                        DELETE FROM moderation_statement
                        WHERE act_id IN (SELECT id FROM moderation_act WHERE publication_id IN (:publications))
                        """).param("publications", publications).update();
    }

    private static List<UUID> publications(Person person) {
        return person.publications().stream()
                .map(Publication::id)
                .map(id -> id.uuid())
                .toList();
    }
}
