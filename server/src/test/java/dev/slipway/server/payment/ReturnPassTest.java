package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.payment.ledger.BlockPayments;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.LedgerCases;
import dev.slipway.server.payment.reading.SwitchableNode;
import dev.slipway.server.refund.Refund;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.abi.datatypes.generated.Uint256;

/** The watcher's looks at what goes back, and at what only looks like it. */
class ReturnPassTest extends PassFixture {
    private static final Address REFUND_TO = RecordingPublications.REFUND_TO;

    private PublicationId refused() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        publications.moveTo(id, ContentState.REJECTED);
        ledger.reopen(REFERENCE);
        look();
        assertThat(owed()).isEqualTo(PRICE);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDING);
        return id;
    }

    /** Its author erased their account: that is no way to lose what is owed. */
    @Test
    void whatWasRefusedIsOwedAfterItsDeletionToo() {
        PublicationId id = refused();
        publications.moveTo(id, ContentState.DELETED, new Reason(ProblemCode.RULES_BROKEN, ""));
        ledger.reopen(REFERENCE);
        look();
        assertThat(owed()).isEqualTo(PRICE);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDING);
    }

    private BigInteger owed() {
        return book.of(REFERENCE).stream()
                .filter(refund -> refund.token() == null)
                .map(Refund::owed)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void whatWasPaidForAnUploadThatNobodyFinishedIsOwed() {
        PublicationId id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        publications.moveTo(id, ContentState.EXPIRED);
        ledger.reopen(REFERENCE);
        look();
        assertThat(owed()).as("an offer that ended, whose payment came in time").isZero();

        publications.moveTo(
                id, ContentState.EXPIRED, new Reason(ProblemCode.UPLOAD_INCOMPLETE, "No byte arrived for 7 days."));
        ledger.reopen(REFERENCE);
        look();

        assertThat(owed()).isEqualTo(PRICE);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void whatGoesBackWithTheReferenceIsMarkedAndFinalWithItsBlock() {
        PublicationId id = refused();
        Bytes32 hash = wallet.pay(REFUND_TO, PRICE, REFERENCE);
        mineAndLook();
        assertThat(owed()).isZero();
        assertThat(publications.standing(id).state())
                .as("its block may be replaced")
                .isEqualTo(PaymentState.REFUNDING);

        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(book.of(REFERENCE).getFirst().transactions()).containsExactly(hash);
        assertThat(ledger.open(null, 10)).as("nothing more can come of it").isEmpty();
    }

    @Test
    void whoeverSendsItPartsAddUp() {
        refused();
        wallet.pay(REFUND_TO, PRICE.subtract(BigInteger.TEN), REFERENCE);
        try (TestWallet other = TestWallet.account(1, anvil.rpc())) {
            other.pay(REFUND_TO, BigInteger.TWO, REFERENCE);
        }
        mineAndLook();
        assertThat(owed()).isEqualTo(8);
    }

    @Test
    void aReorganisationTakesAReturnAndTheNextBlockBringsItBackOnce() {
        PublicationId id = refused();
        TestWallet.Transfer transfer = wallet.transfer(REFUND_TO, PRICE, REFERENCE.hex());
        wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);

        anvil.reorganise(CONFIRMATIONS);
        forgetWaiting();
        look();
        assertThat(owed()).as("owed again").isEqualTo(PRICE);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDING);

        wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        assertThat(owed()).isZero();
        assertThat(ledger.returns(REFERENCE)).hasSize(1);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void aRefusalThatIsTakenBackOwesNothingAgain() {
        PublicationId id = refused();
        publications.moveTo(id, ContentState.MODERATING);
        ledger.reopen(REFERENCE);
        look();
        assertThat(book.of(REFERENCE)).isEmpty();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void whatAReorganisationTakesFromThePaymentIsNotOwed() {
        PublicationId id = refused();
        anvil.reorganise(CONFIRMATIONS);
        forgetWaiting();
        look();
        assertThat(book.of(REFERENCE)).isEmpty();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.AWAITING);
    }

    @Test
    void theRightDataToAnotherAddressReturnsNothing() {
        refused();
        wallet.pay(new Address("0x" + "4ef1".repeat(10)), PRICE, REFERENCE);
        mineAndLook();
        assertThat(owed()).isEqualTo(PRICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFERENCE00", "00REFERENCE", "SHORTER", ""})
    void dataThatIsNotExactlyTheReferenceReturnsNothing(String data) {
        refused();
        String reference = REFERENCE.hex().substring(2);
        String input = "0x" + data.replace("REFERENCE", reference).replace("SHORTER", reference.substring(2));
        wallet.send(wallet.transfer(REFUND_TO, PRICE, input));
        mineAndLook();
        assertThat(owed()).isEqualTo(PRICE);
    }

    @Test
    void aTransactionWithoutValueReturnsNothing() {
        refused();
        wallet.pay(REFUND_TO, BigInteger.ZERO, REFERENCE);
        mineAndLook();
        assertThat(owed()).isEqualTo(PRICE);
    }

    @Test
    void aTransactionThatFailedReturnsNothing() {
        refused();
        anvil.makeRevert(REFUND_TO.hex());
        wallet.pay(REFUND_TO, PRICE, REFERENCE);
        mineAndLook();
        assertThat(owed()).isEqualTo(PRICE);
        assertThat(ledger.returns(REFERENCE)).isEmpty();
    }

    @Test
    void anotherPublicationsReturnIsNotOurs() {
        refused();
        publications.add(reference(2), terms());
        wallet.pay(REFUND_TO, PRICE, reference(2));
        mineAndLook();
        assertThat(owed()).isEqualTo(PRICE);
        assertThat(ledger.returns(reference(2))).hasSize(1);
    }

    @Test
    void aPaymentToUsIsNoReturnWhateverTheAuthorSigned() {
        publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook();
        assertThat(publications.refundQuestions)
                .as("most blocks cost the database no question")
                .isZero();
    }

    @Test
    void tokensAreReturnedByTheirOwnLog() {
        PublicationId id = paidIn("LoggingToken");
        Address token = token();
        wallet.send(wallet.transfer(
                token, BigInteger.ZERO, new TokenTransfer(REFUND_TO, BigInteger.TEN, REFERENCE).input()));
        mineAndLook(CONFIRMATIONS);
        assertThat(tokensOwed()).isZero();
        assertThat(ledger.returns(REFERENCE).getFirst().logIndex()).isNotNegative();
        assertThat(publications.standing(id).state())
                .as("the price may still come")
                .isEqualTo(PaymentState.AWAITING);
    }

    @Test
    void anEmptyAnswerForABlocksLogsLosesNoReturn() {
        paidIn("LoggingToken");
        Address token = token();
        SwitchableNode forgetful = new SwitchableNode(node);
        forgetful.loseLogs();
        node = forgetful.client();
        wallet.send(wallet.transfer(
                token, BigInteger.ZERO, new TokenTransfer(REFUND_TO, BigInteger.TEN, REFERENCE).input()));
        mineAndLook(CONFIRMATIONS);
        assertThat(tokensOwed()).isZero();
    }

    @Test
    void whatATokenKeepsIsStillOwed() {
        paidIn("TakingToken");
        Address token = token();
        wallet.send(wallet.transfer(
                token, BigInteger.ZERO, new TokenTransfer(REFUND_TO, BigInteger.TEN, REFERENCE).input()));
        mineAndLook(CONFIRMATIONS);
        assertThat(tokensOwed()).isOne();
        assertThat(ledger.returns(REFERENCE)).hasSize(1);
    }

    @Test
    void aTokenThatLogsNothingReturnsNothing() {
        paidIn("IdleToken");
        Address token = token();
        wallet.send(wallet.transfer(
                token, BigInteger.ZERO, new TokenTransfer(REFUND_TO, BigInteger.TEN, REFERENCE).input()));
        mineAndLook(CONFIRMATIONS);
        assertThat(tokensOwed()).isEqualTo(10);
        assertThat(ledger.returns(REFERENCE)).isEmpty();
    }

    /** As if ten of them had come over the contract; how they come is another test's. */
    private PublicationId paidIn(String name) {
        Address token = contracts.deploy(name);
        contracts.call(
                wallet.address(),
                token,
                BigInteger.ZERO,
                "mint",
                new org.web3j.abi.datatypes.Address(wallet.address().hex()),
                new Uint256(1000));
        PublicationId id = publications.add(REFERENCE, terms());
        look();
        BlockRef cursor = ledger.cursor().orElseThrow();
        anvil.mine(1);
        BlockRef next = BlockRef.of(node.block(cursor.number() + 1).orElseThrow());
        Credit credit = new Credit(
                reference(77),
                3,
                REFERENCE,
                LedgerCases.PAYER,
                RECIPIENT,
                token,
                BigInteger.TEN,
                ChainReceipt.Outcome.SUCCEEDED,
                next,
                Instant.now());
        ledger.append(cursor, next, new BlockPayments(List.of(credit), List.of()));
        mineAndLook(CONFIRMATIONS);
        assertThat(tokensOwed()).isEqualTo(10);
        return id;
    }

    private Address token() {
        return Objects.requireNonNull(book.of(REFERENCE).getFirst().token());
    }

    private BigInteger tokensOwed() {
        return book.of(REFERENCE).stream()
                .filter(refund -> refund.token() != null)
                .map(Refund::owed)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
