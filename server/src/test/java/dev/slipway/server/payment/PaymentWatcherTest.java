package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.PaymentRouter;
import dev.slipway.server.chain.TestNode;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.payment.ledger.JdbcLedgerTest;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.LedgerCases;
import dev.slipway.server.payment.ledger.OpenReference;
import dev.slipway.server.payment.reading.SwitchableNode;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The watch over time: a node that goes away and comes back, one watcher among several, start and stop. */
class PaymentWatcherTest {
    private static final BigInteger PRICE = BigInteger.valueOf(1_000_000);
    private static final Bytes32 REFERENCE = new Bytes32("0x%064x".formatted(0xabc));
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final DataSource database = TestDatabase.migrated().dataSource();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final RecordingPublications publications = new RecordingPublications();
    private Anvil anvil;
    private TestWallet wallet;
    private SwitchableNode node;
    private Ledger ledger;
    private PaymentWatcher watcher;

    @BeforeEach
    void begin() {
        anvil = Anvil.minedByHand();
        wallet = TestWallet.account(0, anvil.rpc());
        node = new SwitchableNode(TestNode.client(anvil.rpc()));
        ledger = JdbcLedgerTest.on(database, anvil.chainId());
        ChainEndpoint endpoint = new ChainEndpoint(anvil.rpc(), anvil.chainId());
        ChainSettings settings =
                new ChainSettings(endpoint.rpc(), endpoint.chainId(), LedgerCases.RECIPIENT, null, null, 2);
        PaymentPass pass = new PaymentPass(
                node.client(),
                endpoint,
                settings,
                new PaymentRouter(node.client(), settings),
                ledger,
                publications,
                JdbcLedgerTest.book(database, anvil.chainId()),
                Duration.ofHours(1),
                clock);
        watcher = new PaymentWatcher(
                pass, new WatcherLock(database, 31337), clock, INTERVAL, PaymentWatcher.Startup.WITH_THE_SERVER);
    }

    @AfterEach
    void end() {
        watcher.stop();
        wallet.close();
        anvil.close();
    }

    @Test
    void aNodeThatIsAwayForLongMakesThePaymentUnknownAndNothingIsLost() {
        PublicationId id = publications.add(REFERENCE, terms());
        watcher.look();
        Bytes32 hash = wallet.pay(LedgerCases.RECIPIENT, PRICE, REFERENCE);
        ledger.hint(REFERENCE, new OpenReference.Hint(hash, clock.instant()));
        watcher.look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.SEEN);

        node.cut();
        watcher.look();
        assertThat(publications.standing(id).state())
                .as("a moment's absence says nothing")
                .isEqualTo(PaymentState.SEEN);
        clock.move(Duration.ofMinutes(2));
        watcher.look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.UNKNOWN);

        anvil.mine(2);
        node.mend();
        watcher.look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void healthNamesTheTroubleAndRecovers() {
        ChainHealth health = new ChainHealth(watcher, ledger);
        watcher.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");

        node.cut();
        watcher.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UNKNOWN");
        assertThat(health.health().getDetails()).containsEntry("trouble", "The line is cut");

        node.mend();
        watcher.look();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aNodeWhoseReceiptsAreMissingIsInTrouble() {
        PublicationId id = publications.add(REFERENCE, terms());
        watcher.look();
        wallet.pay(LedgerCases.RECIPIENT, PRICE, REFERENCE);
        anvil.mine(2);
        Instant reached = watcher.state().reachedAt();
        clock.move(Duration.ofMinutes(2));

        node.loseReceipts();
        watcher.look();
        assertThat(watcher.state().trouble()).contains("receipts are missing");
        assertThat(watcher.state().reachedAt()).isEqualTo(reached);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);

        node.mend();
        watcher.look();
        assertThat(watcher.state().trouble()).isNull();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void onePaymentThatCannotBeToldKeepsNoOtherWaiting() {
        Bytes32 first = new Bytes32("0x" + "00".repeat(32));
        publications.add(first, terms());
        PublicationId id = publications.add(REFERENCE, terms());
        publications.broken.add(first);
        watcher.look();
        wallet.pay(LedgerCases.RECIPIENT, PRICE, first);
        wallet.pay(LedgerCases.RECIPIENT, PRICE, REFERENCE);
        anvil.mine(2);
        clock.move(Duration.ofMinutes(2));
        watcher.look();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(watcher.state().trouble()).contains("One payment cannot be told", first.hex(), "something is wrong");
        watcher.look();
        assertThat(watcher.pause()).as("the chain answers").isEqualTo(INTERVAL.multipliedBy(2));
        assertThat(new ChainHealth(watcher, ledger).isFailing()).isTrue();
        assertThat(watcher.state().reachedAt()).isEqualTo(clock.instant());

        publications.broken.clear();
        watcher.look();
        assertThat(watcher.state().trouble()).isNull();
    }

    @Test
    void failuresLengthenThePauseUpToHalfAMinute() {
        assertThat(watcher.pause()).isEqualTo(INTERVAL);
        node.cut();
        watcher.look();
        assertThat(watcher.pause()).isEqualTo(INTERVAL.multipliedBy(2));
        for (int i = 0; i < 20; i++) {
            watcher.look();
        }
        assertThat(watcher.pause()).isEqualTo(Duration.ofSeconds(30));

        node.mend();
        watcher.look();
        assertThat(watcher.pause()).isEqualTo(INTERVAL);
    }

    @Test
    void aSecondWatcherStandsAside() throws Exception {
        Instant began = watcher.state().reachedAt();
        clock.move(Duration.ofMinutes(1));
        assertThat(new WatcherLock(database, 31337).runAlone(watcher::look)).isTrue();
        assertThat(ledger.cursor()).isEmpty();
        assertThat(watcher.state().reachedAt()).as("it saw nothing").isEqualTo(began);
        assertThat(new ChainHealth(watcher, ledger).health().getStatus().getCode())
                .isEqualTo("UNKNOWN");

        watcher.look();
        assertThat(ledger.cursor()).isPresent();
    }

    @Test
    void itWatchesByItselfUntilItIsStopped() {
        PublicationId id = publications.add(REFERENCE, terms());
        watcher.start();
        Await.until("the first block read", ledger::cursor, Optional::isPresent);
        wallet.pay(LedgerCases.RECIPIENT, PRICE, REFERENCE);
        anvil.mine(2);

        Await.until(
                "the payment confirmed",
                () -> publications.standing(id).state(),
                state -> state == PaymentState.CONFIRMED);
        watcher.stop();
        assertThat(watcher.isRunning()).isFalse();
    }

    private static Terms terms() {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1:8080",
                LedgerCases.PAYER,
                Terms.PLAIN_RAIL,
                31337,
                LedgerCases.RECIPIENT,
                PRICE.toString(),
                2,
                Instant.parse("2099-01-01T00:00:00Z"),
                30,
                1,
                "none");
    }
}
