package dev.slipway.server.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.testing.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessLevelMigrationTest {
    private final TestDatabase tables = TestDatabase.empty();
    private final JdbcClient database = JdbcClient.create(tables.dataSource());

    @Test
    void whatWasThereBeforeIsForEveryone() {
        migrate("6");
        insert();

        migrate("7");

        assertThat(database.sql("SELECT access_level FROM publication")
                        .query(String.class)
                        .list())
                .containsExactly("public");
    }

    @Test
    void nothingBecomesPublicBecauseNobodySaidWhatItIs() {
        migrate("7");

        assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(this::insert);
    }

    @ParameterizedTest
    @ValueSource(strings = {"friends", "Public", ""})
    void aLevelThatIsNoneIsNotKept(String level) {
        migrate("7");

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> insert(", access_level", ", '" + level + "'"));
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(tables.dataSource())
                .target(version)
                .load()
                .migrate();
    }

    private void insert() {
        insert("", "");
    }

    /** @param column one more, with a comma before it, as its value has */
    private void insert(String column, String value) {
        database.sql("""
                        INSERT INTO publication (id, version, author, nonce, manifest, form, terms, terms_signature,
                            terms_expire_at, content, payment, payment_paid, payment_confirmations, created_at%s)
                        VALUES (:id, 7, :author, :nonce, '', '{"title":"A ship"}', '{}', '', now(), 'published',
                            'confirmed', 1000, 2, now()%s)
                        """.formatted(column, value))
                .param("id", UUID.randomUUID())
                .param("author", "0x" + "11".repeat(20))
                .param("nonce", "0x" + "00".repeat(32))
                .update();
    }
}
