package dev.slipway.server.chain.devchain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.testing.SettableClock;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A development chain on disk, the clock it is opened with, and an account that pays on it. */
final class ChainFolder {
    static final Address RECIPIENT = new Address("0x00000000000000000000000000000000000000aa");
    static final BigInteger ETHER = BigInteger.TEN.pow(18);
    static final Instant GENESIS = Instant.parse("2026-05-01T12:00:00Z");

    final SettableClock clock = new SettableClock(GENESIS);
    final TestWallet alice = TestWallet.account(0, URI.create("http://127.0.0.1:1"));
    private final Path folder;

    ChainFolder(Path folder) {
        this.folder = folder;
    }

    DevChain open() throws IOException {
        return DevChain.open(folder, DevelopmentChain.CHAIN_ID, clock);
    }

    Path journal() {
        return folder.resolve("blocks.journal");
    }

    long size() throws IOException {
        return Files.size(journal());
    }

    /** Leaves so many bytes of the journal, as a process does that is killed before it has written the next one. */
    void kill(DevChain chain, long bytes) throws IOException {
        chain.close();
        try (FileChannel file = FileChannel.open(journal(), StandardOpenOption.WRITE)) {
            file.truncate(bytes);
        }
    }

    /** Leaves everything that was written until now. */
    void kill(DevChain chain) throws IOException {
        kill(chain, size());
    }

    void seconds(long seconds) {
        clock.move(Duration.ofSeconds(seconds));
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    static TestWallet.Transfer transfer(long nonce) {
        return new TestWallet.Transfer(
                DevelopmentChain.CHAIN_ID,
                nonce,
                RECIPIENT.hex(),
                ETHER,
                "0x",
                21_000,
                TestWallet.GWEI.multiply(BigInteger.TEN),
                TestWallet.GWEI);
    }

    byte[] payment(long nonce) {
        return Hex.parse(alice.sign(transfer(nonce)));
    }

    Bytes32 pay(DevChain chain, long nonce) {
        return chain.submit(payment(nonce));
    }

    /** From the first block on. */
    static List<DevBlock> blocks(DevChain chain) {
        return LongStream.rangeClosed(0, chain.head())
                .mapToObj(number -> block(chain, number))
                .toList();
    }

    /** Without its transfers, which its hash stands for, so that two of them compare. */
    static DevBlock block(DevChain chain, long number) {
        DevBlock block = chain.blockAt(number).orElseThrow();
        return new DevBlock(block.number(), block.hash(), block.parentHash(), block.timestamp(), List.of());
    }
}
