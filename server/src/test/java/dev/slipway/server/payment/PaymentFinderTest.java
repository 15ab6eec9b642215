package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a block counts; that of the chain's own nodes is in {@link PaymentPassTest} and {@link RouterPassTest}. */
class PaymentFinderTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x%064x".formatted(0xbeef));
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
                block.transactions());
        assertThat(finder.find(replaced)).isEmpty();
    }

    private List<Credit> found(ChainBlock block) {
        Optional<List<Credit>> found = finder.find(block);
        assertThat(found).isPresent();
        return found.orElseThrow();
    }

    private ChainBlock mined(Address to, String input, long value) {
        return chain.mine(hash -> List.of(
                new ChainTransaction(HASH, LedgerContract.PAYER, to, BigInteger.valueOf(value), input, 0, hash)));
    }
}
