package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a chain is closed no blocks come, and what was shown before stays as it was, however it ended. */
class DevChainClosedTest {
    private static final long DAY = 86_400;

    private ChainFolder folder;

    @BeforeEach
    void create(@TempDir Path path) {
        folder = new ChainFolder(path);
    }

    @Test
    void aDayClosedBringsNoBlocks() throws IOException {
        List<DevBlock> before;
        try (DevChain chain = folder.open()) {
            folder.seconds(100);
            before = ChainFolder.blocks(chain);
            assertThat(before).hasSize(101);
        }
        folder.seconds(DAY);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(101);
            assertThat(time(chain, 101)).isEqualTo(folder.now());
            assertThat(ChainFolder.blocks(chain)).startsWith(before.toArray(DevBlock[]::new));
            folder.seconds(10);
            assertThat(chain.head()).isEqualTo(111);
            assertThat(time(chain, 111)).isEqualTo(folder.now());
        }
    }

    @Test
    void aDayAsleepBringsOneBlock() throws IOException {
        try (DevChain chain = folder.open()) {
            folder.seconds(100);
            List<DevBlock> before = ChainFolder.blocks(chain);
            Bytes32 payment = folder.pay(chain, 0);
            folder.seconds(DAY);
            assertThat(chain.head()).isEqualTo(101);
            assertThat(time(chain, 101)).isEqualTo(folder.now());
            assertThat(chain.included(payment)).isPresent();
            folder.seconds(100);
            assertThat(chain.head()).isEqualTo(201);
            assertThat(ChainFolder.blocks(chain)).startsWith(before.toArray(DevBlock[]::new));
        }
        try (DevChain chain = folder.open()) {
            assertThat(time(chain, 100)).isEqualTo(folder.now() - DAY - 100);
            assertThat(time(chain, 101)).isEqualTo(folder.now() - 100);
            assertThat(chain.head()).isEqualTo(201);
        }
    }

    @Test
    void aDayAfterAKillBringsNoMoreThanAMinutesBlocks() throws IOException {
        DevChain killed = folder.open();
        folder.seconds(1000);
        List<DevBlock> before = ChainFolder.blocks(killed);
        folder.kill(killed);
        folder.seconds(DAY);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isBetween(1001L, 1061L);
            assertThat(time(chain, chain.head())).isEqualTo(folder.now());
            assertThat(ChainFolder.blocks(chain)).startsWith(before.toArray(DevBlock[]::new));
        }
    }

    @Test
    void aChainKilledBeforeItsFirstBlockIsNoOlderOne() throws IOException {
        DevChain killed = folder.open();
        int header = 32;
        folder.kill(killed, header);
        folder.seconds(DAY);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(1);
            assertThat(time(chain, 0)).isEqualTo(ChainFolder.GENESIS.getEpochSecond());
            assertThat(time(chain, 1)).isEqualTo(folder.now());
        }
    }

    @Test
    void restartsAtOnceStayWithTheClock() throws IOException {
        for (int restart = 0; restart < 10; restart++) {
            try (DevChain chain = folder.open()) {
                folder.seconds(restart % 2);
                assertThat(time(chain, chain.head())).isEqualTo(folder.now());
            }
        }
        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(5);
        }
    }

    @Test
    void manyKillsSoonAfterTheStartDoNotCarryTheChainAheadOfTheClock() throws IOException {
        for (int kill = 0; kill < 20; kill++) {
            DevChain chain = folder.open();
            folder.seconds(kill % 4);
            assertThat(time(chain, chain.head())).isBetween(folder.now(), folder.now() + 5);
            folder.kill(chain);
            folder.seconds(5);
        }
    }

    @Test
    void aClockSetBackWhileClosedTakesNothingBackAndStopsNothing() throws IOException {
        List<DevBlock> before;
        try (DevChain chain = folder.open()) {
            folder.seconds(100);
            before = ChainFolder.blocks(chain);
        }
        folder.seconds(-DAY);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(100);
            folder.seconds(3);
            assertThat(chain.head()).isEqualTo(103);
            assertThat(time(chain, 103)).isEqualTo(before.getLast().timestamp() + 3);
            assertThat(ChainFolder.blocks(chain)).startsWith(before.toArray(DevBlock[]::new));
        }
    }

    @Test
    void anEmptyBlockThatWasShownIsEmptyForEverThoughTheClockWentBackAfterAKill() throws IOException {
        DevChain killed = folder.open();
        folder.seconds(100);
        List<DevBlock> before = ChainFolder.blocks(killed);
        folder.kill(killed);
        folder.seconds(-50);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isGreaterThanOrEqualTo(100);
            Bytes32 payment = folder.pay(chain, 0);
            folder.seconds(1);
            assertThat(chain.included(payment))
                    .hasValueSatisfying(
                            found -> assertThat(found.block().number()).isGreaterThan(100));
            assertThat(ChainFolder.blocks(chain)).startsWith(before.toArray(DevBlock[]::new));
        }
    }

    @Test
    void aClosedChainShowsNoFurtherBlock() throws IOException {
        DevChain chain = folder.open();
        chain.close();
        folder.seconds(1);

        assertThatThrownBy(chain::head).isInstanceOf(UncheckedIOException.class);
        chain.close();
    }

    private static long time(DevChain chain, long number) {
        return chain.blockAt(number).orElseThrow().timestamp();
    }
}
