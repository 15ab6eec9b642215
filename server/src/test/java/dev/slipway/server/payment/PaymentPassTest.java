package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.TestNode;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.payment.ledger.JdbcLedgerTest;
import dev.slipway.server.payment.reading.ChainReplaced;
import dev.slipway.server.payment.reading.SwitchableNode;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.testing.Anvil;
import dev.slipway.server.testing.TestContracts;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The watcher's looks, on anvil that mines when told to and on a real PostgreSQL. */
public class PaymentPassTest extends PassFixture {
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
        contracts = new TestContracts(anvil);
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
}
