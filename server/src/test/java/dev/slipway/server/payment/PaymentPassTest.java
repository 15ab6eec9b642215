package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.TestNode;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The watcher's looks, on anvil that mines when told to and on a real PostgreSQL. */
class PaymentPassTest {
    private static final BigInteger PRICE = BigInteger.valueOf(1_000_000);
    private static final Address RECIPIENT = LedgerContract.RECIPIENT;
    private static final Bytes32 REFERENCE = reference(1);
    private static final int CONFIRMATIONS = 3;
    private static final Duration GRACE = Duration.ofHours(1);
    private static final DataSource DATABASE = TestDatabase.migrated().dataSource();

    private final RecordingPublications publications = new RecordingPublications();
    private Anvil anvil;
    private TestWallet wallet;
    private ChainClient node;
    private Ledger ledger;

    @BeforeEach
    void begin() {
        JdbcClient.create(DATABASE)
                .sql("truncate payment_credit, payment_reference, payment_recipient, chain_cursor, chain_block")
                .update();
        anvil = Anvil.minedByHand();
        wallet = TestWallet.account(0, anvil.rpc());
        node = TestNode.client(anvil.rpc());
        ledger = JdbcLedgerTest.on(DATABASE, anvil.chainId());
        anvil.mine(1);
        look();
    }

    @AfterEach
    void end() {
        wallet.close();
        anvil.close();
    }

    @Test
    void aPaymentIsConfirmedBlockByBlock() {
        PublicationId id = publications.add(REFERENCE, terms());
        Bytes32 hash = wallet.pay(RECIPIENT, PRICE, REFERENCE);
        look();
        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);

        for (int confirmations = 1; confirmations < CONFIRMATIONS; confirmations++) {
            mineAndLook();
            assertThat(publications.standing(id))
                    .isEqualTo(new PaymentStanding(PaymentState.CONFIRMING, PRICE, confirmations, hash));
        }
        mineAndLook();
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.CONFIRMED, PRICE, CONFIRMATIONS, hash));
        assertThat(ledger.open(null, 10)).as("nothing is left to watch").isEmpty();
    }

    @Test
    void aHintShowsThePaymentBeforeItIsInABlock() {
        PublicationId id = publications.add(REFERENCE, terms());
        Bytes32 hash = wallet.pay(RECIPIENT, PRICE, REFERENCE);
        hint(REFERENCE, hash);
        look();
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.SEEN, BigInteger.ZERO, 0, hash));

        mineAndLook();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMING);
    }

    @Test
    void hintsWithoutPaymentsDoNotCrowdOutAPaymentNorUseUpTheNode() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        anvil.mine(1);
        for (int i = 2; i < 122; i++) {
            publications.add(reference(i), terms());
            hint(reference(i), reference(1000 + i));
        }
        AtomicInteger lookUps = new AtomicInteger();
        node = SwitchableNode.counting(node, "transaction", lookUps);

        look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMING);
        assertThat(lookUps).hasValue(50);
        look();
        look();
        assertThat(lookUps).as("every one of them had its turn").hasValueBetween(120, 150);
    }

    @Test
    void aHintOfSomebodyElsesPaymentShowsNothing() {
        PublicationId other = publications.add(reference(2), terms());
        Bytes32 hash = wallet.pay(RECIPIENT, PRICE, REFERENCE);
        hint(reference(2), hash);
        look();
        assertThat(publications.standing(other)).isEqualTo(PaymentStanding.NONE);

        mineAndLook();
        assertThat(publications.standing(other)).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void onePaymentOfferedForTwoPublicationsCountsForItsReferenceOnly() {
        PublicationId first = publications.add(REFERENCE, terms());
        PublicationId second = publications.add(reference(2), terms());
        Bytes32 hash = wallet.pay(RECIPIENT, PRICE, REFERENCE);
        hint(REFERENCE, hash);
        hint(reference(2), hash);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(first).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(publications.standing(second)).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void aReorganisationTakesAPaymentBackAndItReturns() {
        PublicationId id = publications.add(REFERENCE, terms());
        TestWallet.Transfer transfer = wallet.transfer(RECIPIENT, PRICE, REFERENCE.hex());
        wallet.send(transfer);
        mineAndLook(2);
        assertThat(publications.standing(id).confirmations()).isEqualTo(2);

        anvil.reorganise(2);
        forgetWaiting();
        look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);
        assertThat(publications.standing(id).paid()).isZero();

        wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aReorganisationAfterConfirmationIsNoticedAsWell() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS + 1);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);

        anvil.reorganise(CONFIRMATIONS + 1);
        forgetWaiting();
        look();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);
    }

    @Test
    void aPaymentThatMovesToAnotherBlockNeverLooksGone() {
        PublicationId id = publications.add(REFERENCE, terms());
        TestWallet.Transfer transfer = wallet.transfer(RECIPIENT, PRICE, REFERENCE.hex());
        wallet.send(transfer);
        mineAndLook();

        anvil.reorganise(1);
        forgetWaiting();
        wallet.send(transfer);
        mineAndLook();

        assertThat(publications.history(id)).containsExactly(PaymentState.CONFIRMING);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aRestartInTheMiddleLosesNothing() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook();

        ledger = JdbcLedgerTest.on(DATABASE, anvil.chainId());
        node = TestNode.client(anvil.rpc());
        anvil.mine(20);
        look();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE);
    }

    @Test
    void aPaymentMadeWhileNobodyWatchedIsFound() {
        PublicationId id = publications.add(REFERENCE, terms());
        anvil.mine(300);
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        anvil.mine(300);

        look();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void aReplacedTransactionCountsInItsLastForm() {
        PublicationId id = publications.add(REFERENCE, terms());
        TestWallet.Transfer first = wallet.transfer(RECIPIENT, PRICE, REFERENCE.hex());
        hint(REFERENCE, wallet.send(first));
        look();
        BigInteger more = TestWallet.GWEI.multiply(BigInteger.valueOf(20));
        Bytes32 replacement = wallet.send(first.withFees(more, more));
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.CONFIRMED, PRICE, CONFIRMATIONS, replacement));
    }

    @Test
    void aFailedTransactionIsRevertedAndAnotherMayFollow() {
        PublicationId id = publications.add(REFERENCE, terms());
        anvil.makeRevert(RECIPIENT.hex());
        Bytes32 failed = wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook();
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.REVERTED, BigInteger.ZERO, 1, failed));

        anvil.call("anvil_setCode", RECIPIENT.hex(), "0x");
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void partsAddUpToThePriceAndMoreIsOver() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE.subtract(BigInteger.ONE), REFERENCE);
        mineAndLook(CONFIRMATIONS + 2);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.PARTIAL);

        wallet.pay(RECIPIENT, BigInteger.ONE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);

        wallet.pay(RECIPIENT, BigInteger.ONE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.OVER);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE.add(BigInteger.ONE));
    }

    @Test
    void twoPaymentsForOneReferenceAreOver() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.OVER);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE.add(PRICE));
    }

    @Test
    void aBlockAfterTheOffersEndIsLate() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        anvil.mineAfter(Duration.ofDays(3));
        look();

        assertThat(publications.history(id)).containsExactly(PaymentState.LATE);
    }

    @Test
    void aPaymentBeforeItsSignatureIsMatchedOnceTheReferenceIsKnown() {
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS + 5);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);

        PublicationId id = publications.add(REFERENCE, terms());
        look();

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void whatIsNoPaymentToUsIsNotRecorded() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(new Address("0x" + "cc".repeat(20)), PRICE, REFERENCE);
        wallet.pay(RECIPIENT, BigInteger.ZERO, REFERENCE);
        wallet.send(wallet.transfer(RECIPIENT, PRICE, "0x"));
        wallet.send(wallet.transfer(RECIPIENT, PRICE, REFERENCE.hex() + "00"));
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);
        assertThat(rows()).isZero();
    }

    @Test
    void dustIsPartialAndOpensNothing() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, BigInteger.ONE, REFERENCE);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.PARTIAL);
        assertThat(publications.standing(id).state().opensUpload()).isFalse();
    }

    @Test
    void aNodeOfAnotherChainIsRefused() {
        PaymentPass wrong = pass(new ChainEndpoint(anvil.rpc(), 1));

        assertThatThrownBy(wrong::run)
                .isInstanceOf(ChainUnavailable.class)
                .hasMessageContaining("chain 31337")
                .hasMessageContaining("SLIPWAY_CHAIN_ID");
    }

    @Test
    void aNewChainBehindTheSameAddressIsNotTakenForAReorganisation() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        try (Anvil other = Anvil.start("--no-mining", "--timestamp", "1700000000")) {
            other.mine(50);
            node = TestNode.client(other.rpc());

            assertThatThrownBy(this::look).isInstanceOf(ChainReplaced.class);
        }

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    private void look() {
        pass(new ChainEndpoint(anvil.rpc(), anvil.chainId())).run();
    }

    private PaymentPass pass(ChainEndpoint endpoint) {
        ChainSettings settings = new ChainSettings(endpoint.rpc(), endpoint.chainId(), RECIPIENT, PRICE, CONFIRMATIONS);
        return new PaymentPass(node, endpoint, settings, ledger, publications, GRACE, InstantSource.system());
    }

    private void mineAndLook() {
        mineAndLook(1);
    }

    private void mineAndLook(int blocks) {
        anvil.mine(blocks);
        look();
    }

    /** anvil puts the transactions of replaced blocks back into its pool; another node's pool may have lost them. */
    private void forgetWaiting() {
        anvil.call("anvil_dropAllTransactions");
    }

    private void hint(Bytes32 reference, Bytes32 transaction) {
        ledger.hint(reference, new OpenReference.Hint(transaction, Instant.now()));
    }

    private static long rows() {
        return JdbcClient.create(DATABASE)
                .sql("select count(*) from payment_credit")
                .query(Long.class)
                .single();
    }

    private static Terms terms() {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1:8080",
                LedgerContract.PAYER,
                Terms.PLAIN_RAIL,
                31337,
                RECIPIENT,
                PRICE.toString(),
                CONFIRMATIONS,
                Instant.now().plus(Duration.ofDays(1)),
                30,
                1,
                "none");
    }

    private static Bytes32 reference(int value) {
        return new Bytes32("0x%064x".formatted(0xabc000 + value));
    }
}
