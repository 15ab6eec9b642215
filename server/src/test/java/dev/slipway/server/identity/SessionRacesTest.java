package dev.slipway.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.TokenReply;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A refresh is held in the middle of its transaction, and what is to end the session comes meanwhile. */
class SessionRacesTest {
    private static final Duration PERIOD = Duration.ofDays(1);

    private final DataSource source = TestDatabase.migrated().dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    private final IdentitySettings settings = new IdentitySettings(Set.of(), Set.of(), PERIOD, PERIOD, 20);
    private final InstantSource clock = InstantSource.system();
    private final Sessions sessions = new Sessions(database, settings, new SecureRandom(), clock);
    private final UUID account = new Accounts(database, clock).of(new Address("0x" + "11".repeat(20)));

    /** Gives the bytes of the next pair only when it is let go. */
    private static final class HeldRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch arrived = new CountDownLatch(1);
        private final transient CountDownLatch go = new CountDownLatch(1);

        @Override
        public void nextBytes(byte[] bytes) {
            arrived.countDown();
            try {
                if (!go.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let it go");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            super.nextBytes(bytes);
        }
    }

    @Test
    void signingOutEverywhereEndsWhatARefreshMakesAtTheSameMoment() throws Exception {
        TokenReply first = sessions.begin(account);

        assertEnded(first, all -> all.endAll(account));
    }

    @Test
    void signingOutEndsWhatARefreshMakesAtTheSameMoment() throws Exception {
        TokenReply first = sessions.begin(account);

        assertEnded(first, all -> all.end(first.accessToken()));
    }

    @Test
    void aTokenThatIsUsedTwiceEndsWhatARefreshMakesAtTheSameMoment() throws Exception {
        TokenReply stolen = sessions.begin(account);
        TokenReply second = sessions.refresh(stolen.refreshToken()).orElseThrow();

        assertEnded(
                second, all -> assertThat(all.refresh(stolen.refreshToken())).isEmpty());
    }

    @Test
    void ofTwoWhoUseATokenAtTheSameMomentNeitherKeepsTheSession() throws Exception {
        TokenReply first = sessions.begin(account);

        assertEnded(first, all -> assertThat(all.refresh(first.refreshToken())).isEmpty());
    }

    private void assertEnded(TokenReply refreshed, Consumer<Sessions> end) throws Exception {
        HeldRandom held = new HeldRandom();
        Sessions slow = new Sessions(database, settings, held, clock);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Optional<TokenReply>> refresh =
                    threads.submit(() -> transaction.execute(status -> slow.refresh(refreshed.refreshToken())));
            Future<?> ending;
            try {
                assertThat(held.arrived.await(30, TimeUnit.SECONDS)).isTrue();
                ending = threads.submit(() -> transaction.executeWithoutResult(status -> end.accept(sessions)));
                Await.until("the end of the session waits for the refresh", this::waiting, count -> count > 0);
            } finally {
                held.go.countDown();
            }
            ending.get(30, TimeUnit.SECONDS);
            TokenReply pair = refresh.get(30, TimeUnit.SECONDS).orElseThrow();

            assertThat(sessions.account(pair.accessToken())).isEmpty();
            assertThat(sessions.refresh(pair.refreshToken())).isEmpty();
        }
    }

    private long waiting() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single();
    }
}
