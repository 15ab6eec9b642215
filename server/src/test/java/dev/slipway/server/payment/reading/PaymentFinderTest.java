package dev.slipway.server.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.chain.LogsBloom;
import dev.slipway.server.payment.PaymentPassTest;
import dev.slipway.server.payment.RouterPassTest;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.LedgerCases;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a block counts; that of the chain's own nodes is in {@link PaymentPassTest} and {@link RouterPassTest}. */
class PaymentFinderTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x%064x".formatted(0xbeef));
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));
    private static final Bytes32 HASH = new Bytes32("0x%064x".formatted(1));

    private final SimulatedChain chain = new SimulatedChain();
    private final PaymentFinder finder = new PaymentFinder(
            chain, Set.of(SimulatedChain.RECIPIENT), Map.of(SimulatedChain.ROUTER, SimulatedChain.RECIPIENT));

    @Test
    void aTransferWithAReferenceIsAPaymentWhetherItSucceededOrNot() {
        ChainBlock block = mined(SimulatedChain.RECIPIENT, REFERENCE.hex(), 5);
        assertThat(found(block))
                .singleElement()
                .returns(HASH, Credit::transactionHash)
                .returns(REFERENCE, Credit::reference)
                .returns(BigInteger.valueOf(5), Credit::amount)
                .returns(ChainReceipt.Outcome.SUCCEEDED, Credit::outcome)
                .returns(BlockRef.of(block), Credit::block);
        chain.outcome = ChainReceipt.Outcome.FAILED;
        assertThat(found(block)).singleElement().returns(ChainReceipt.Outcome.FAILED, Credit::outcome);
    }

    @Test
    void aCallOfTheRouterThatSucceededCountsByItsLogAlone() {
        ChainBlock block = mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 5);
        assertThat(found(block))
                .singleElement()
                .returns(SimulatedChain.RECIPIENT, Credit::recipient)
                .returns(REFERENCE, Credit::reference)
                .satisfies(credit -> assertThat(credit.logIndex()).isNotEqualTo(Credit.PLAIN_TRANSFER));
    }

    @Test
    void aCallOfTheRouterThatFailedIsToldThoughItLoggedNothing() {
        chain.outcome = ChainReceipt.Outcome.FAILED;
        ChainBlock block = mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 5);
        assertThat(found(block))
                .singleElement()
                .returns(ChainReceipt.Outcome.FAILED, Credit::outcome)
                .returns(SimulatedChain.RECIPIENT, Credit::recipient)
                .returns(REFERENCE, Credit::reference)
                .returns(Credit.PLAIN_TRANSFER, Credit::logIndex);
    }

    @Test
    void aCallThatMeantToPayInATokenAndFailedIsToldAsThat() {
        chain.outcome = ChainReceipt.Outcome.FAILED;
        assertThat(found(mined(SimulatedChain.ROUTER, tokenCall(7), 0)))
                .singleElement()
                .returns(TOKEN, Credit::token)
                .returns(BigInteger.valueOf(7), Credit::amount)
                .returns(ChainReceipt.Outcome.FAILED, Credit::outcome);
    }

    @Test
    void aFailedCallThatMeantToPayNothingIsNoPayment() {
        chain.outcome = ChainReceipt.Outcome.FAILED;
        assertThat(found(mined(SimulatedChain.ROUTER, tokenCall(0), 0))).isEmpty();
        assertThat(found(mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 0)))
                .isEmpty();
        assertThat(found(mined(SimulatedChain.ROUTER, tokenCall(7), 1)))
                .as("coin for a call that takes none")
                .isEmpty();
    }

    @Test
    void nothingWithoutValueReferenceOrRecipientIsAPayment() {
        assertThat(found(mined(SimulatedChain.RECIPIENT, REFERENCE.hex(), 0))).isEmpty();
        assertThat(found(mined(SimulatedChain.RECIPIENT, "0x", 5))).isEmpty();
        assertThat(found(mined(new Address("0x" + "cc".repeat(20)), REFERENCE.hex(), 5)))
                .isEmpty();
    }

    @Test
    void aReceiptOfAnotherBlockSaysThatThisOneIsBeingReplaced() {
        ChainBlock block = mined(SimulatedChain.RECIPIENT, REFERENCE.hex(), 5);
        ChainBlock replaced = new ChainBlock(
                block.number(),
                new Bytes32("0x%064x".formatted(0xdead)),
                block.parentHash(),
                block.time(),
                // Says for sure that no contract of ours logged anything, so that nothing else asks for receipts.
                LogsBloom.of(List.of(new ChainLog(
                        LedgerCases.PAYER, List.of(REFERENCE), "0x", HASH, new Bytes32("0x%064x".formatted(1)), 0))),
                block.transactions());
        assertThat(finder.find(replaced)).isEmpty();
    }

    @Test
    void anIndexOfLogsThatSaysNothingIsNotBelievedWhenTheHeaderSaysOtherwise() {
        ChainBlock block = mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 5);
        chain.indexIsEmpty = true;
        assertThat(found(block)).singleElement().returns(REFERENCE, Credit::reference);
    }

    @Test
    void whereTheHeaderSaysNothingTheReceiptsAreAsked() {
        chain.indexIsEmpty = true;
        ChainBlock block = mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 5);
        for (LogsBloom bloom : List.of(LogsBloom.SAYS_NOTHING, LogsBloom.of(List.of()))) {
            assertThat(found(with(bloom, block))).singleElement().returns(REFERENCE, Credit::reference);
        }
    }

    /** As often as a header's filter says perhaps by chance: it costs a question, and nothing stops. */
    @Test
    void aFilterThatSaysPerhapsBecauseOfOtherLogsIsNoPayment() {
        ChainLog strange = new ChainLog(
                SimulatedChain.ROUTER,
                List.of(REFERENCE, RouterContract.PAID),
                "0x",
                HASH,
                new Bytes32("0x%064x".formatted(1)),
                0);
        ChainBlock block = mined(new Address("0x" + "cc".repeat(20)), "0x", 5);
        chain.strangeLogs.add(strange);
        assertThat(found(with(LogsBloom.of(List.of(strange)), block))).isEmpty();
    }

    @Test
    void receiptsWithoutTheLogsThatTheHeaderPromisesAreAContradiction() {
        ChainBlock block = mined(SimulatedChain.ROUTER, RouterContract.payCall(REFERENCE), 5);
        chain.outcome = ChainReceipt.Outcome.FAILED;
        assertThatThrownBy(() -> finder.find(block))
                .isInstanceOf(ChainUnavailable.class)
                .hasMessageContaining("The node contradicts itself")
                .hasMessageContaining("block " + block.number());
    }

    private static String tokenCall(long amount) {
        return RouterContract.payTokenCall(new TokenPayment(REFERENCE, TOKEN, BigInteger.valueOf(amount)));
    }

    private static ChainBlock with(LogsBloom bloom, ChainBlock block) {
        return new ChainBlock(
                block.number(), block.hash(), block.parentHash(), block.time(), bloom, block.transactions());
    }

    private List<Credit> found(ChainBlock block) {
        Optional<List<Credit>> found = finder.find(block);
        assertThat(found).isPresent();
        return found.orElseThrow();
    }

    private ChainBlock mined(Address to, String input, long value) {
        return chain.mine(hash ->
                List.of(new ChainTransaction(HASH, LedgerCases.PAYER, to, BigInteger.valueOf(value), input, 0, hash)));
    }
}
