package dev.slipway.server.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.server.testing.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuthorMigrationTest {
    private static final Address ONE = new Address("0x" + "11".repeat(20));
    private static final Address OTHER = new Address("0x" + "22".repeat(20));

    private final TestDatabase tables = TestDatabase.empty();
    private final JdbcClient database = JdbcClient.create(tables.dataSource());

    @Test
    void whoeverPublishedBeforeIsAnAuthor() {
        migrate("5");
        publication(ONE, "2026-02-01 00:00:00Z");
        publication(ONE, "2026-01-01 00:00:00Z");
        publication(OTHER, null);

        migrate("6");

        AuthorRows rows = new AuthorRows(database, InstantSource.system());
        assertThat(rows.find(List.of(ONE, OTHER))).containsExactly(new AuthorRows.Author(ONE, "", "", "", false));
        assertThat(database.sql("SELECT created_at = '2026-01-01 00:00:00Z' FROM author")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(tables.dataSource())
                .target(version)
                .load()
                .migrate();
    }

    private void publication(Address author, @Nullable String publishedAt) {
        database.sql("""
                        INSERT INTO publication (id, version, author, nonce, manifest, form, terms, terms_signature,
                            terms_expire_at, content, payment, payment_paid, payment_confirmations, created_at,
                            published_at)
                        VALUES (:id, 7, :author, :nonce, '', '{}', '{}', '', now(), 'held', 'confirmed', 1000, 2,
                            now(), CAST(:published AS timestamptz))
                        """)
                .param("id", UUID.randomUUID())
                .param("author", author.hex())
                .param("nonce", "0x" + "00".repeat(32))
                .param("published", publishedAt)
                .update();
    }
}
