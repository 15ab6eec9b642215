package dev.slipway.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest {
    private static final Duration ACCESS = Duration.ofHours(24);
    private static final Duration REFRESH = Duration.ofDays(30);

    private final JdbcClient database =
            JdbcClient.create(TestDatabase.migrated().dataSource());
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final IdentitySettings settings = new IdentitySettings(Set.of(), Set.of(), ACCESS, REFRESH, 20);
    private final Sessions sessions = new Sessions(database, settings, new SecureRandom(), clock);
    private final Accounts accounts = new Accounts(database, clock);
    private final UUID account = accounts.of(new Address("0x" + "11".repeat(20)));

    @Test
    void anAccessTokenIsGoodForADay() {
        TokenReply tokens = sessions.begin(account);
        assertThat(tokens.expiresIn()).isEqualTo(86_400);
        clock.move(ACCESS.minusSeconds(1));
        assertThat(sessions.account(tokens.accessToken())).contains(account);
        clock.move(Duration.ofSeconds(1));

        assertThat(sessions.account(tokens.accessToken())).isEmpty();
    }

    @Test
    void aRefreshGivesAnotherPairAndEndsTheOneBefore() {
        TokenReply first = sessions.begin(account);
        TokenReply second = sessions.refresh(first.refreshToken()).orElseThrow();

        assertThat(sessions.account(first.accessToken())).isEmpty();
        assertThat(sessions.account(second.accessToken())).contains(account);
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    }

    @Test
    void aRefreshTokenThatIsUsedTwiceEndsTheSessionForBoth() {
        TokenReply first = sessions.begin(account);
        TokenReply elsewhere = sessions.begin(account);
        TokenReply second = sessions.refresh(first.refreshToken()).orElseThrow();

        assertThat(sessions.refresh(first.refreshToken())).isEmpty();
        assertThat(sessions.account(second.accessToken())).isEmpty();
        assertThat(sessions.refresh(second.refreshToken())).isEmpty();
        assertThat(sessions.account(elsewhere.accessToken()))
                .as("another session of the same person")
                .contains(account);
    }

    @Test
    void aRefreshTokenIsOverInTheEnd() {
        TokenReply tokens = sessions.begin(account);
        clock.move(REFRESH);

        assertThat(sessions.refresh(tokens.refreshToken())).isEmpty();
    }

    @Test
    void signingOutEndsOneSessionAndEverywhereAllOfThem() {
        TokenReply here = sessions.begin(account);
        TokenReply there = sessions.begin(account);
        UUID other = accounts.of(new Address("0x" + "22".repeat(20)));
        TokenReply somebody = sessions.begin(other);
        sessions.end(here.accessToken());
        assertThat(sessions.account(here.accessToken())).isEmpty();
        assertThat(sessions.refresh(here.refreshToken())).isEmpty();
        assertThat(sessions.account(there.accessToken())).contains(account);

        TokenReply third = sessions.begin(account);
        sessions.endAll(account);
        assertThat(sessions.account(there.accessToken())).isEmpty();
        assertThat(sessions.refresh(third.refreshToken())).isEmpty();
        assertThat(sessions.account(somebody.accessToken())).contains(other);
    }

    @Test
    void oneKindOfTokenIsNotTakenForTheOther() {
        TokenReply tokens = sessions.begin(account);

        assertThat(sessions.account(tokens.refreshToken())).isEmpty();
        assertThat(sessions.refresh(tokens.accessToken())).isEmpty();
        assertThat(sessions.account("")).isEqualTo(Optional.empty());
    }

    @Test
    void theDatabaseHoldsNoTokenAndNothingThatIsOver() {
        TokenReply tokens = sessions.begin(account);
        String row = database.sql("select row_to_json(s)::text from session s")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(tokens.accessToken()).doesNotContain(tokens.refreshToken());
        clock.move(REFRESH);
        sessions.begin(account);

        assertThat(database.sql("select count(*) from session")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aWalletHasOneAccountForGood() {
        assertThat(accounts.of(new Address("0x" + "11".repeat(20)))).isEqualTo(account);
        assertThat(accounts.wallets(account)).containsExactly(new Address("0x" + "11".repeat(20)));
    }
}
