package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier builds wrote is read as they would, and what a failed write left behind is no part of the file. */
class BlockJournalFormatTest {
    private static final long GENESIS = ChainFolder.GENESIS.getEpochSecond();

    private ChainFolder folder;

    @BeforeEach
    void create(@TempDir Path path) {
        folder = new ChainFolder(path);
    }

    @Test
    void aJournalOfAnEarlierBuildKeepsABlockForEachSecondUntilItIsOpened() throws IOException {
        writeAsEarlierBuildsDid(5);
        folder.seconds(1000);

        List<DevBlock> shown;
        try (DevChain chain = folder.open()) {
            shown = ChainFolder.blocks(chain);
            assertThat(shown)
                    .hasSize(1001)
                    .allSatisfy(block -> assertThat(block.timestamp()).isEqualTo(GENESIS + block.number()));
            assertThat(chain.balance(ChainFolder.RECIPIENT)).isEqualTo(ChainFolder.ETHER);
            // As the build before runs showed them.
            assertThat(List.of(hash(shown, 0), hash(shown, 4), hash(shown, 5), hash(shown, 6), hash(shown, 1000)))
                    .containsExactly(
                            "0x11956f820f03fb3a8cae0864f757305ce15bff8b01931b6e0000000000000000",
                            "0xab9a03d7610eefa670af791e1e8bdcb3760d4e893f0d11490000000000000004",
                            "0xc1efaab3c0e8cda10e8d12cbabdc4f8fc1b572857b703b810000000000000005",
                            "0x28dc3c551c3a662aa11f658c36ec45acdfa7a611869be8a70000000000000006",
                            "0x5660b3318368c9e1f19e6faeea663aa755ab24dc195e61bc00000000000003e8");
        }
        folder.seconds(86_400);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(1001);
            assertThat(ChainFolder.blocks(chain)).startsWith(shown.toArray(DevBlock[]::new));
        }
    }

    @Test
    void aJournalOfAnEarlierBuildIsTakenOverAsSoonAsItIsOpened() throws IOException {
        writeAsEarlierBuildsDid(5);
        folder.seconds(1000);
        folder.kill(folder.open());
        folder.seconds(86_400);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isBetween(1001L, 1061L);
            assertThat(chain.blockAt(1000).orElseThrow().timestamp()).isEqualTo(GENESIS + 1000);
        }
    }

    @Test
    void aJournalOfAnEarlierBuildWhoseClockWentBackGoesOnAfterItsLastBlock() throws IOException {
        writeAsEarlierBuildsDid(500);
        folder.seconds(100);

        try (DevChain chain = folder.open()) {
            assertThat(chain.head()).isEqualTo(500);
            folder.seconds(1);
            assertThat(chain.head()).isEqualTo(501);
            assertThat(chain.blockAt(501).orElseThrow().timestamp()).isEqualTo(GENESIS + 501);
        }
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        Files.write(folder.journal(), record(new byte[24]));

        assertThatThrownBy(folder::open).isInstanceOf(IOException.class).hasMessageContaining("not a journal");
    }

    @Test
    void whatAFailedWriteLeftBehindDoesNotFollowTheNextRecord() throws IOException {
        DevChain chain = folder.open();
        byte[] rest = new byte[500];
        // Read as a frame of its own, this could not be taken for the cut end of a file.
        Arrays.fill(rest, (byte) 0xff);
        Files.write(folder.journal(), rest, StandardOpenOption.APPEND);
        folder.pay(chain, 0);
        folder.seconds(1);
        assertThat(chain.head()).isEqualTo(1);
        folder.kill(chain);

        try (DevChain again = folder.open()) {
            assertThat(again.balance(ChainFolder.RECIPIENT)).isEqualTo(ChainFolder.ETHER);
        }
    }

    /** With one payment, in this block. */
    private void writeAsEarlierBuildsDid(long number) throws IOException {
        byte[] payment = folder.payment(0);
        byte[] header = record(ByteBuffer.allocate(24)
                .put("SLIPWAY1".getBytes(StandardCharsets.US_ASCII))
                .putLong(DevelopmentChain.CHAIN_ID)
                .putLong(GENESIS)
                .array());
        byte[] block = record(ByteBuffer.allocate(16 + payment.length)
                .putLong(number)
                .putInt(1)
                .putInt(payment.length)
                .put(payment)
                .array());
        Files.write(folder.journal(), header);
        Files.write(folder.journal(), block, StandardOpenOption.APPEND);
    }

    private static byte[] record(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return ByteBuffer.allocate(8 + payload.length)
                .putInt(payload.length)
                .putInt((int) crc.getValue())
                .put(payload)
                .array();
    }

    private static String hash(List<DevBlock> blocks, int number) {
        return blocks.get(number).hash().hex();
    }
}
