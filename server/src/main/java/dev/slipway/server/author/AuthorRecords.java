package dev.slipway.server.author;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an author told of themselves. Pictures on their way go with their publications. */
@Component
class AuthorRecords implements PersonalRecords {
    private final JdbcClient database;

    AuthorRecords(JdbcClient database) {
        this.database = database;
    }

    /** @param avatar a WebP file in base64 */
    record Told(
            Address address,
            Instant since,
            String name,
            String url,
            String activityHobbies,
            @Nullable String avatar) {}

    @Override
    public String name() {
        return "author";
    }

    @Override
    public List<Told> of(Person person) {
        return person.wallets().isEmpty()
                ? List.of()
                : database.sql("""
                                SELECT address, created_at, name, url, activity_hobbies, avatar FROM author
                                WHERE address IN (:wallets) ORDER BY address
                                """)
                        .param("wallets", hex(person))
                        .query((row, number) -> new Told(
                                new Address(row.getString("address")),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                String.valueOf(row.getString("name")),
                                String.valueOf(row.getString("url")),
                                String.valueOf(row.getString("activity_hobbies")),
                                base64(row.getBytes("avatar"))))
                        .list();
    }

    @Override
    public void erase(Person person) {
        if (!person.wallets().isEmpty()) {
            database.sql("DELETE FROM author WHERE address IN (:wallets)")
                    .param("wallets", hex(person))
                    .update();
        }
    }

    private static List<String> hex(Person person) {
        return person.wallets().stream().map(Address::hex).toList();
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }
}
