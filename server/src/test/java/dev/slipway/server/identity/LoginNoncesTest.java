package dev.slipway.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.identity.LoginNonce;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoginNoncesTest {
    private static final byte[] SECRET = new byte[32];

    private final JdbcClient database =
            JdbcClient.create(TestDatabase.migrated().dataSource());
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginNonces nonces = new LoginNonces(SECRET, database, new SecureRandom(), clock);

    @Test
    void oneIsGoodOnce() {
        String nonce = nonces.mint().nonce();

        assertThat(nonces.use(nonce)).isTrue();
        assertThat(nonces.use(nonce)).isFalse();
        assertThat(new LoginNonces(SECRET, database, new SecureRandom(), clock).use(nonce))
                .as("nor by another server of the same database")
                .isFalse();
    }

    @Test
    void itEndsWhenItSaysSo() {
        LoginNonce first = nonces.mint();
        LoginNonce second = nonces.mint();
        clock.move(Duration.between(clock.instant(), first.expiresAt()).minusSeconds(1));
        assertThat(nonces.use(first.nonce())).isTrue();
        clock.move(Duration.ofSeconds(1));

        assertThat(nonces.use(second.nonce())).isFalse();
    }

    @Test
    void whatIsNotOursIsNoNonce() {
        String nonce = nonces.mint().nonce();
        for (int i = 0; i < nonce.length(); i++) {
            char other = nonce.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(nonces.use(nonce.substring(0, i) + other + nonce.substring(i + 1)))
                    .as("digit %d changed", i)
                    .isFalse();
        }
        assertThat(nonces.use(nonce.toUpperCase(java.util.Locale.ROOT))).isFalse();
        assertThat(nonces.use(nonce + "00")).isFalse();
        assertThat(nonces.use("12345678")).isFalse();
        assertThat(new LoginNonces(new byte[] {1}, database, new SecureRandom(), clock).use(nonce))
                .as("of another server")
                .isFalse();
        assertThat(nonces.use(nonce)).isTrue();
    }

    @Test
    void nothingIsKeptOfUnusedOnesNorOfOldOnes() {
        assertThat(nonces.use(nonces.mint().nonce())).isTrue();
        nonces.mint();
        assertThat(rows()).isEqualTo(1);
        clock.move(LoginNonces.PERIOD);
        assertThat(nonces.use(nonces.mint().nonce())).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    private long rows() {
        return database.sql("select count(*) from used_nonce").query(Long.class).single();
    }
}
