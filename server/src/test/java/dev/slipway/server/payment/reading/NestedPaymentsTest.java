package dev.slipway.server.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.TokenTransfer;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.LedgerCases;
import dev.slipway.server.payment.reading.NestedPayments.Written;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NestedPaymentsTest {
    private static final Bytes32 HASH = word(7);
    private static final Bytes32 INNER = word(20);
    private static final Bytes32 OUTER = word(10);
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));
    private static final Address OTHER = new Address("0x" + "60".repeat(20));
    private static final Address FIRST = SimulatedChain.ROUTER;
    private static final Address SECOND = new Address("0x" + "4f".repeat(20));

    private final SimulatedChain chain = new SimulatedChain();
    private final ChainBlock block = chain.mine(
            hash -> List.of(new ChainTransaction(HASH, LedgerCases.PAYER, OTHER, BigInteger.ZERO, "0x", 0, hash)));

    @Test
    void whatTheInnerOneBroughtIsNotTheOuterOnesToo() {
        moves(TOKEN, SimulatedChain.RECIPIENT, 1);
        moves(TOKEN, SimulatedChain.RECIPIENT, 600);

        assertThat(brought(List.of(paid(FIRST, OUTER, 9, 601, TOKEN), paid(SECOND, INNER, 5, 600, TOKEN))))
                .containsExactlyInAnyOrder("inner 600", "outer 1");
    }

    @Test
    void oneAfterTheOtherBothAreWorthWhatTheyBrought() {
        moves(TOKEN, SimulatedChain.RECIPIENT, 601);
        moves(TOKEN, SimulatedChain.RECIPIENT, 600);

        assertThat(brought(List.of(paid(FIRST, OUTER, 5, 601, TOKEN), paid(SECOND, INNER, 9, 600, TOKEN))))
                .containsExactlyInAnyOrder("inner 600", "outer 601");
    }

    @Test
    void whatTheTokenSaysOfOthersBringsNothing() {
        moves(OTHER, SimulatedChain.RECIPIENT, 600);
        moves(TOKEN, OTHER, 600);
        log(
                TOKEN,
                List.of(TokenTransfer.LOGGED, TokenTransfer.topic(SimulatedChain.RECIPIENT)),
                "%064x".formatted(600));
        log(TOKEN, topics(SimulatedChain.RECIPIENT), "%0128x".formatted(600));
        log(TOKEN, List.of(INNER, INNER, TokenTransfer.topic(SimulatedChain.RECIPIENT)), "%064x".formatted(600));

        assertThat(brought(List.of(paid(FIRST, OUTER, 9, 601, TOKEN), paid(SECOND, INNER, 5, 600, TOKEN))))
                .isEmpty();
    }

    @Test
    void oneContractCoinAndTwoTokensAreBelieved() {
        assertThat(brought(List.of(paid(FIRST, OUTER, 9, 601, TOKEN), paid(FIRST, INNER, 5, 600, TOKEN))))
                .containsExactlyInAnyOrder("inner 600", "outer 601");
        assertThat(brought(List.of(paid(FIRST, OUTER, 9, 601, null), paid(SECOND, INNER, 5, 600, null))))
                .containsExactlyInAnyOrder("inner 600", "outer 601");
        assertThat(brought(List.of(paid(FIRST, OUTER, 9, 601, TOKEN), paid(SECOND, INNER, 5, 600, OTHER))))
                .containsExactlyInAnyOrder("inner 600", "outer 601");
    }

    @Test
    void aReceiptThatIsInAnotherBlockByNowMeansToReadAgain() {
        ChainBlock gone = new ChainBlock(
                block.number(), word(99), block.parentHash(), block.time(), block.bloom(), block.transactions());
        assertThat(new NestedPayments(chain, gone)
                        .brought(List.of(paid(FIRST, OUTER, 9, 601, TOKEN), paid(SECOND, INNER, 5, 600, TOKEN))))
                .isEmpty();
    }

    private void moves(Address token, Address to, long amount) {
        log(token, topics(to), "%064x".formatted(amount));
    }

    private static List<Bytes32> topics(Address to) {
        return List.of(TokenTransfer.LOGGED, TokenTransfer.topic(LedgerCases.PAYER), TokenTransfer.topic(to));
    }

    private void log(Address contract, List<Bytes32> topics, String data) {
        chain.strangeLogs.add(
                new ChainLog(contract, topics, "0x" + data, HASH, block.hash(), chain.strangeLogs.size()));
    }

    private Written paid(Address router, Bytes32 reference, int log, long amount, @Nullable Address token) {
        return new Written(
                router,
                new Credit(
                        HASH,
                        log,
                        reference,
                        LedgerCases.PAYER,
                        SimulatedChain.RECIPIENT,
                        token,
                        BigInteger.valueOf(amount),
                        ChainReceipt.Outcome.SUCCEEDED,
                        BlockRef.of(block),
                        block.time()));
    }

    private List<String> brought(List<Written> written) {
        Optional<List<Credit>> brought = new NestedPayments(chain, block).brought(written);
        return brought.orElseThrow().stream()
                .map(credit -> (credit.reference().equals(INNER) ? "inner " : "outer ") + credit.amount())
                .toList();
    }

    private static Bytes32 word(int value) {
        return new Bytes32("0x%064x".formatted(value));
    }
}
