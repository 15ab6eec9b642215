package dev.slipway.server.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.publication.HashtagsReply.Hashtag;
import dev.slipway.server.testing.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HashtagMigrationTest {
    private final TestDatabase tables = TestDatabase.empty();
    private final JdbcClient database = JdbcClient.create(tables.dataSource());

    @Test
    void whatWasPublishedBeforeIsCounted() {
        migrate("4");
        publication("published", "{\"title\":\"Later\",\"hashtags\":[\"КОРАБЛИ\",\"sea\"]}", "2026-02-01T00:00:00Z");
        publication("published", "{\"title\":\"First\",\"hashtags\":[\"Корабли\"]}", "2026-01-01T00:00:00Z");
        publication("published", "{\"title\":\"None\"}", "2026-01-01T00:00:00Z");
        publication("taken-down", "{\"title\":\"Gone\",\"hashtags\":[\"sea\"]}", "2026-01-01T00:00:00Z");

        migrate("5");

        assertThat(new HashtagRows(database).beginningWith("", 10))
                .containsExactly(new Hashtag("Корабли", 2), new Hashtag("sea", 1));
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(tables.dataSource())
                .target(version)
                .load()
                .migrate();
    }

    private void publication(String content, String form, String publishedAt) {
        database.sql("""
                        INSERT INTO publication (id, version, author, nonce, manifest, form, terms, terms_signature,
                            terms_expire_at, content, payment, payment_paid, payment_confirmations, created_at,
                            published_at)
                        VALUES (:id, 7, :author, :nonce, '', :form, '{}', '', now(), :content, 'confirmed', 1000, 2,
                            now(), :published)
                        """)
                .param("id", UUID.randomUUID())
                .param("author", "0x" + "11".repeat(20))
                .param("nonce", "0x" + "00".repeat(32))
                .param("form", form)
                .param("content", content)
                .param("published", OffsetDateTime.parse(publishedAt))
                .update();
    }
}
