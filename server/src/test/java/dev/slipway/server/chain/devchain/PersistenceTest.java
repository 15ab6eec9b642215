package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.testing.SettableClock;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain comes back as it was: after a restart, after a crash in the middle of a write, after a clock set back. */
class PersistenceTest {
    private static final Address RECIPIENT = new Address("0x00000000000000000000000000000000000000aa");
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);
    private static final long CHAIN_ID = DevelopmentChain.CHAIN_ID;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    private final TestWallet alice = TestWallet.account(0, URI.create("http://127.0.0.1:1"));

    @TempDir
    Path folder;

    @Test
    void balancesNoncesAndTransactionsSurviveARestart() throws IOException {
        Bytes32 hash;
        try (DevChain chain = open()) {
            hash = pay(chain, 0);
            second();
            assertThat(chain.included(hash)).isPresent();
        }

        try (DevChain chain = open()) {
            assertThat(chain.balance(RECIPIENT)).isEqualTo(ETHER);
            assertThat(chain.nonce(alice.address())).isEqualTo(1);
            assertThat(chain.included(hash))
                    .hasValueSatisfying(
                            found -> assertThat(found.transfer().from()).isEqualTo(alice.address()));
        }
    }

    @Test
    void everyBlockHasTheSameHashAfterARestart() throws IOException {
        List<DevBlock> before = new ArrayList<>();
        try (DevChain chain = open()) {
            pay(chain, 0);
            clock.move(Duration.ofSeconds(5));
            pay(chain, 1);
            clock.move(Duration.ofSeconds(5));
            for (long number = 0; number <= chain.head(); number++) {
                before.add(chain.blockAt(number).orElseThrow());
            }
        }

        try (DevChain chain = open()) {
            assertThat(before).hasSize(11).allSatisfy(block -> {
                assertThat(chain.blockAt(block.number()).orElseThrow().hash()).isEqualTo(block.hash());
                assertThat(chain.blockWith(block.hash())).map(DevBlock::number).contains(block.number());
            });
        }
    }

    @Test
    void eachBlockNamesTheOneBeforeAsItsParentAndNoTwoAreAlike() throws IOException {
        try (DevChain chain = open()) {
            pay(chain, 0);
            clock.move(Duration.ofSeconds(30));
            List<DevBlock> blocks = new ArrayList<>();
            for (long number = 0; number <= chain.head(); number++) {
                blocks.add(chain.blockAt(number).orElseThrow());
            }

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
        try (DevChain chain = open()) {
            clock.move(Duration.ofSeconds(100));
            assertThat(chain.head()).isEqualTo(100);
            clock.move(Duration.ofSeconds(-50));
            assertThat(chain.head()).isEqualTo(100);
        }
    }

    @Test
    void aRecordThatACrashCutOffIsDroppedAndWrittenAnew() throws IOException {
        Path journal = folder.resolve("blocks.journal");
        long whole;
        try (DevChain chain = open()) {
            pay(chain, 0);
            second();
            assertThat(chain.head()).isEqualTo(1);
            whole = Files.size(journal);
            pay(chain, 1);
            second();
            assertThat(chain.head()).isEqualTo(2);
        }
        long size = Files.size(journal);

        for (long cut = whole + 1; cut < size; cut += 7) {
            try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
                file.truncate(cut);
            }
            try (DevChain chain = open()) {
                assertThat(chain.nonce(alice.address())).isEqualTo(1);
                assertThat(Files.size(journal)).isEqualTo(whole);
                pay(chain, 1);
                second();
                assertThat(chain.nonce(alice.address())).isEqualTo(2);
            }
        }
    }

    @Test
    void anEndOfZerosIsDropped() throws IOException {
        try (DevChain chain = open()) {
            pay(chain, 0);
            second();
            assertThat(chain.head()).isEqualTo(1);
        }
        Files.write(folder.resolve("blocks.journal"), new byte[4096], StandardOpenOption.APPEND);

        try (DevChain chain = open()) {
            assertThat(chain.nonce(alice.address())).isEqualTo(1);
        }
    }

    @Test
    void damageInTheMiddleStopsTheStartInsteadOfLosingBlocks() throws IOException {
        try (DevChain chain = open()) {
            pay(chain, 0);
            second();
            pay(chain, 1);
            second();
            assertThat(chain.head()).isEqualTo(2);
        }
        try (FileChannel file = FileChannel.open(folder.resolve("blocks.journal"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1}), 60);
        }

        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void twoChainsNeverShareAFolder() throws IOException {
        try (DevChain first = open()) {
            assertThat(first.head()).isZero();
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
        }
    }

    private DevChain open() throws IOException {
        return DevChain.open(folder, CHAIN_ID, clock);
    }

    private void second() {
        clock.move(Duration.ofSeconds(1));
    }

    private Bytes32 pay(DevChain chain, long nonce) {
        TestWallet.Transfer transfer = new TestWallet.Transfer(
                CHAIN_ID,
                nonce,
                RECIPIENT.hex(),
                ETHER,
                "0x",
                21_000,
                TestWallet.GWEI.multiply(BigInteger.TEN),
                TestWallet.GWEI);
        return chain.submit(Hex.parse(alice.sign(transfer)));
    }
}
