package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain comes back as it was: after a restart, after a crash in the middle of a write, after a clock set back. */
class PersistenceTest {
    private ChainFolder folder;

    @BeforeEach
    void create(@TempDir Path path) {
        folder = new ChainFolder(path);
    }

    @Test
    void balancesNoncesAndTransactionsSurviveARestart() throws IOException {
        Bytes32 hash;
        try (DevChain chain = folder.open()) {
            hash = folder.pay(chain, 0);
            folder.seconds(1);
            assertThat(chain.included(hash)).isPresent();
        }

        try (DevChain chain = folder.open()) {
            assertThat(chain.balance(ChainFolder.RECIPIENT)).isEqualTo(ChainFolder.ETHER);
            assertThat(chain.nonce(folder.alice.address())).isEqualTo(1);
            assertThat(chain.included(hash))
                    .hasValueSatisfying(
                            found -> assertThat(found.transfer().from()).isEqualTo(folder.alice.address()));
        }
    }

    @Test
    void everyBlockHasTheSameHashAfterARestart() throws IOException {
        List<DevBlock> before;
        try (DevChain chain = folder.open()) {
            folder.pay(chain, 0);
            folder.seconds(5);
            folder.pay(chain, 1);
            folder.seconds(5);
            before = ChainFolder.blocks(chain);
        }

        try (DevChain chain = folder.open()) {
            assertThat(before).hasSize(11).allSatisfy(block -> {
                assertThat(chain.blockAt(block.number()).orElseThrow().hash()).isEqualTo(block.hash());
                assertThat(chain.blockWith(block.hash())).map(DevBlock::number).contains(block.number());
            });
        }
    }

    @Test
    void eachBlockNamesTheOneBeforeAsItsParentAndNoTwoAreAlike() throws IOException {
        try (DevChain chain = folder.open()) {
            folder.pay(chain, 0);
            folder.seconds(30);
            List<DevBlock> blocks = ChainFolder.blocks(chain);

            assertThat(blocks).extracting(DevBlock::hash).doesNotHaveDuplicates();
            for (int i = 1; i < blocks.size(); i++) {
                assertThat(blocks.get(i).parentHash())
                        .isEqualTo(blocks.get(i - 1).hash());
                assertThat(blocks.get(i).timestamp())
                        .isEqualTo(blocks.get(i - 1).timestamp() + 1);
            }
        }
    }

    @Test
    void theHeadDoesNotGoBackWithTheClock() throws IOException {
        try (DevChain chain = folder.open()) {
            folder.seconds(100);
            assertThat(chain.head()).isEqualTo(100);
            folder.seconds(-50);
            assertThat(chain.head()).isEqualTo(100);
        }
    }

    @Test
    void aRecordThatACrashCutOffIsDroppedAndWrittenAnew() throws IOException {
        long whole;
        byte[] both;
        try (DevChain chain = folder.open()) {
            folder.pay(chain, 0);
            folder.seconds(1);
            assertThat(chain.head()).isEqualTo(1);
            whole = folder.size();
            folder.pay(chain, 1);
            folder.seconds(1);
            assertThat(chain.head()).isEqualTo(2);
            both = Files.readAllBytes(folder.journal());
        }

        for (int cut = (int) whole; cut < both.length; cut += 3) {
            Files.write(folder.journal(), Arrays.copyOf(both, cut));
            try (DevChain chain = folder.open()) {
                assertThat(chain.nonce(folder.alice.address())).isEqualTo(1);
                folder.pay(chain, 1);
                folder.seconds(1);
                assertThat(chain.nonce(folder.alice.address())).isEqualTo(2);
            }
            try (DevChain chain = folder.open()) {
                assertThat(chain.nonce(folder.alice.address())).isEqualTo(2);
            }
        }
    }

    @Test
    void anEndOfZerosIsDropped() throws IOException {
        try (DevChain chain = folder.open()) {
            folder.pay(chain, 0);
            folder.seconds(1);
            assertThat(chain.head()).isEqualTo(1);
        }
        Files.write(folder.journal(), new byte[4096], StandardOpenOption.APPEND);

        try (DevChain chain = folder.open()) {
            assertThat(chain.nonce(folder.alice.address())).isEqualTo(1);
        }
    }

    @Test
    void damageInTheMiddleStopsTheStartInsteadOfLosingBlocks() throws IOException {
        try (DevChain chain = folder.open()) {
            folder.pay(chain, 0);
            folder.seconds(1);
            folder.pay(chain, 1);
            folder.seconds(1);
            assertThat(chain.head()).isEqualTo(2);
        }
        try (FileChannel file = FileChannel.open(folder.journal(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1}), 88);
        }

        assertThatThrownBy(folder::open).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void twoChainsNeverShareAFolder() throws IOException {
        try (DevChain first = folder.open()) {
            assertThat(first.head()).isZero();
            assertThatThrownBy(folder::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
        }
    }
}
