package dev.slipway.server.review;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.review.strike.KeptStrikes;
import dev.slipway.server.review.strike.Strikes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Strikes, also those of an account that was erased before, what an author wrote against decisions, and what they were told.
 * The log of acts stays: nothing in it is of an author.
 */
@Component
class ReviewRecords implements PersonalRecords {
    private static final String OWN_CASES = """
            (SELECT id FROM review_case WHERE publication_id IN (:publications) AND kind IN ('appeal', 'counter-notice'))
            """;

    private final JdbcClient database;
    private final Strikes strikes;
    private final KeptStrikes kept;

    ReviewRecords(JdbcClient database, Strikes strikes, KeptStrikes kept) {
        this.database = database;
        this.strikes = strikes;
        this.kept = kept;
    }

    /** What an author wrote. */
    record Written(
            Instant at,
            String text,
            @Nullable String name,
            @Nullable String contact) {}

    /** What an author was told. */
    record Told(Instant at, String action, @Nullable String category, String message) {}

    @Override
    public String name() {
        return "review";
    }

    @Override
    public List<?> of(Person person) {
        List<Object> records = new ArrayList<>();
        person.wallets().forEach(wallet -> records.addAll(strikes.of(wallet)));
        person.wallets().stream()
                .flatMap(wallet -> kept.of(wallet).stream())
                .map(KeptStrikes.Kept::new)
                .forEach(records::add);
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
            records.addAll(database.sql("""
                            SELECT at, action, category, message FROM moderation_act
                            JOIN moderation_statement ON act_id = id
                            WHERE publication_id IN (:publications) ORDER BY id
                            """)
                    .param("publications", publications)
                    .query((row, number) -> new Told(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            String.valueOf(row.getString("action")),
                            row.getString("category"),
                            String.valueOf(row.getString("message"))))
                    .list());
        }
        return records;
    }

    /** Strikes that run stay without a name: whoever comes back with the same wallet waits until they end. */
    @Override
    public void erase(Person person) {
        person.wallets().forEach(kept::keep);
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
