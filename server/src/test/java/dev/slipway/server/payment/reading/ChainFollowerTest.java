package dev.slipway.server.payment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.payment.RecordingPublications;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.MemoryLedger;
import dev.slipway.server.payment.reading.ChainFollower.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The turns of following a chain one by one; {@link ChainFollowerPropertyTest} has them in any order. */
class ChainFollowerTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x%064x".formatted(0xbeef));

    private final SimulatedChain chain = new SimulatedChain();
    private final MemoryLedger ledger = new MemoryLedger();
    private int transactions;

    @Test
    void theFirstLookBeginsABitBeforeTheHead() {
        mine(300);
        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(300 - 128));
    }

    @Test
    void onAYoungChainItBeginsWithTheFirstBlock() {
        mine(127);
        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(0));
    }

    @Test
    void twoHundredBlocksAreReadAtOnceAndEachIsKeptWithItsHash() {
        follow();
        mine(201);
        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(200));
        assertThat(ledger.blockAt(117)).contains(onChain(117));

        assertThat(follow()).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.cursor()).contains(onChain(201));
    }

    @Test
    void exactlyTwoHundredBlocksAreAllThereAre() {
        follow();
        mine(200);
        assertThat(follow()).isEqualTo(Progress.CAUGHT_UP);
        assertThat(follow()).as("and nothing is new").isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.cursor()).contains(onChain(200));
    }

    @Test
    void aNodeThatDoesNotHaveTheNextBlockYetIsAskedAgainLater() {
        follow();
        mine(5);
        ChainClient lagging = but("block", arguments -> arguments[0].equals(4L) ? Optional.empty() : null);
        assertThat(follow(lagging)).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.cursor()).contains(onChain(3));
    }

    @Test
    void aNodeThatIsMerelyBehindTakesNothingBack() {
        pay();
        mine(5);
        catchUp();
        ChainClient behind = but("head", arguments -> 3L);
        assertThat(follow(behind)).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.cursor()).contains(onChain(6));
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    void aNodeThatHasLostTheNewestBlockOfItsOwnTakesNothingBack() {
        pay();
        catchUp();
        ChainClient forgetful = but("block", arguments -> arguments[0].equals(1L) ? Optional.empty() : null);
        assertThat(follow(forgetful)).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void afterAReorganisationItGoesOnFromTheNewestBlockThatStayed(CapturedOutput log) {
        pay();
        mine(2);
        pay();
        mine(1);
        catchUp();
        chain.drop(3);
        BlockRef stayed = onChain(2);
        mine(4);

        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(stayed);
        assertThat(ledger.credits(REFERENCE))
                .as("the younger payment is undone")
                .hasSize(1);
        assertThat(ledger.undone(REFERENCE)).hasSize(1);
        assertThat(log).contains("3 blocks after 2 were replaced");

        assertThat(follow()).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.cursor()).contains(onChain(6));
        assertThat(ledger.blockAt(4)).contains(onChain(4));
    }

    @Test
    void aNodeThatIsBehindOnAnotherForkIsBelieved() {
        mine(2);
        pay();
        mine(3);
        catchUp();
        chain.drop(4);
        mine(1);
        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(2));
        assertThat(ledger.credits(REFERENCE)).isEmpty();
    }

    @Test
    void theFirstBlockOfAllMayBeTheOneThatStayed() {
        mine(3);
        catchUp();
        chain.drop(3);
        mine(3);
        assertThat(follow()).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(0));
    }

    @Test
    void aChainOfWhichNothingIsKnownIsAnotherChain() {
        mine(3);
        pay();
        catchUp();
        BlockRef before = onChain(4);
        ChainClient another = but(
                "block",
                arguments -> chain.block((Long) arguments[0])
                        .map(block -> new ChainBlock(
                                block.number(),
                                new Bytes32("0xff%062x".formatted(block.number())),
                                block.parentHash(),
                                block.time(),
                                block.bloom(),
                                block.transactions())));
        assertThatThrownBy(() -> follow(another))
                .isInstanceOf(ChainReplaced.class)
                .hasMessageContaining("1024 blocks read before block 4");
        assertThat(ledger.cursor()).contains(before);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    void whatIsBelowTheOldestKeptBlockIsNotAskedFor() {
        mine(300);
        follow();
        chain.drop(200);
        mine(1);
        assertThatThrownBy(this::follow).isInstanceOf(ChainReplaced.class);
    }

    @Test
    void aBlockThatDoesNotFollowOnTheLastOneIsNotRead() {
        follow();
        mine(2);
        // Between two questions the second block became another, on another first one.
        ChainBlock other = new ChainBlock(
                2,
                new Bytes32("0xee%062x".formatted(2)),
                new Bytes32("0xee%062x".formatted(1)),
                onChainBlock(2).time(),
                onChainBlock(2).bloom(),
                List.of());
        ChainClient moving = but("block", arguments -> arguments[0].equals(2L) ? Optional.of(other) : null);
        assertThat(follow(moving)).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(1));
    }

    @Test
    void aBlockWhoseReceiptsTheNodeDoesNotKnowIsReadAgain() {
        follow();
        pay();
        ChainClient reorganising = but("receipt", arguments -> Optional.empty());
        assertThat(follow(reorganising)).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(0));
        assertThat(ledger.credits(REFERENCE)).isEmpty();

        assertThat(follow()).isEqualTo(Progress.CAUGHT_UP);
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    void whoIsOvertakenByAnotherWatcherReadsTheCursorAnew() {
        follow();
        pay();
        mine(1);
        boolean[] overtaken = {false};
        ChainClient slow = but("receipt", arguments -> {
            if (!overtaken[0]) {
                overtaken[0] = true;
                catchUp();
            }
            return null;
        });
        assertThat(follow(slow)).isEqualTo(Progress.MORE_TO_READ);
        assertThat(ledger.cursor()).contains(onChain(2));
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    private void mine(int blocks) {
        for (int block = 0; block < blocks; block++) {
            chain.mine(List.of());
        }
    }

    private void pay() {
        transactions++;
        chain.mine(List.of(new SimulatedChain.Payment(
                new Bytes32("0x%064x".formatted(transactions)), REFERENCE, BigInteger.TEN, SimulatedChain.Rail.PLAIN)));
    }

    private void catchUp() {
        for (int look = 0; look < 10 && follow() == Progress.MORE_TO_READ; look++) {
            assertThat(ledger.cursor()).isPresent();
        }
        assertThat(ledger.cursor()).map(BlockRef::number).contains(chain.head());
    }

    private Progress follow() {
        return follow(chain);
    }

    private Progress follow(ChainClient node) {
        Set<Address> recipients = Set.of(SimulatedChain.RECIPIENT);
        return new ChainFollower(
                        node,
                        ledger,
                        new PaymentFinder(node, recipients, Map.of()),
                        new ReturnFinder(node, new RecordingPublications(), recipients, Map.of()))
                .follow();
    }

    private ChainBlock onChainBlock(long number) {
        return chain.block(number).orElseThrow();
    }

    private BlockRef onChain(long number) {
        return BlockRef.of(onChainBlock(number));
    }

    /** The chain, but for one question; null as the answer leaves it to the chain. */
    private ChainClient but(String question, Function<Object[], @Nullable Object> answer) {
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    Object other = method.getName().equals(question) ? answer.apply(arguments) : null;
                    if (other != null) {
                        return other;
                    }
                    try {
                        return method.invoke(chain, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
