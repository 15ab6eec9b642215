package dev.slipway.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import dev.slipway.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresVersionTest {
    @ParameterizedTest
    @ValueSource(ints = {150000, 150013, 180001})
    void fifteenAndWhatIsNewerWillDo(int number) {
        assertThatCode(() -> PostgresVersion.require(number)).doesNotThrowAnyException();
    }

    @Test
    void anOlderOneIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> PostgresVersion.require(140_011))
                .isInstanceOfSatisfying(
                        StartRefused.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.CONFIGURATION))
                .hasMessage("SLIPWAY_DATABASE_URL names a PostgreSQL 14.11; this server needs 15 or newer."
                        + " Upgrade it, or name another.");
    }

    @Test
    void theDatabaseItselfIsAsked() {
        assertThatCode(() -> PostgresVersion.require(TestDatabase.empty().dataSource()))
                .doesNotThrowAnyException();
    }
}
