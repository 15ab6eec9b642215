package dev.slipway.server.chain.devchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.testing.SettableClock;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a block: order by nonce, replacement, and what is refused, in the words that clients match on. */
class TransferPoolTest {
    private final SettableClock clock = new SettableClock(ChainFolder.GENESIS);
    private final TestWallet alice = TestWallet.account(0, URI.create("http://127.0.0.1:1"));
    private DevChain chain;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        chain = DevChain.open(folder, DevelopmentChain.CHAIN_ID, clock);
    }

    @AfterEach
    void close() throws IOException {
        chain.close();
    }

    @Test
    void aTransferWaitsForTheNextSecond() {
        Bytes32 hash = submit(ChainFolder.transfer(0));

        assertThat(chain.waiting(hash)).isPresent();
        assertThat(chain.included(hash)).isEmpty();
        assertThat(chain.pendingNonce(alice.address())).isEqualTo(1);
        second();
        assertThat(chain.waiting(hash)).isEmpty();
        assertThat(chain.included(hash)).isPresent();
    }

    @Test
    void aGapInTheNoncesIsWaitedFor() {
        Bytes32 later = submit(ChainFolder.transfer(1));
        second();
        assertThat(chain.included(later)).isEmpty();

        submit(ChainFolder.transfer(0));
        clock.move(Duration.ofSeconds(2));

        assertThat(chain.included(later)).isPresent();
        assertThat(chain.nonce(alice.address())).isEqualTo(2);
    }

    @Test
    void aTenthMoreReplacesAndLessDoesNot() {
        BigInteger fee = TestWallet.GWEI.multiply(BigInteger.TEN);
        TestWallet.Transfer first = ChainFolder.transfer(0).withFees(fee, TestWallet.GWEI);
        Bytes32 replaced = submit(first);
        BigInteger almost = BigInteger.valueOf(109);
        BigInteger hundred = BigInteger.valueOf(100);
        refused(
                first.withFees(
                        fee.multiply(almost).divide(hundred),
                        TestWallet.GWEI.multiply(almost).divide(hundred)),
                "replacement transaction underpriced");

        BigInteger tenth = BigInteger.valueOf(110);
        Bytes32 replacement = submit(first.withFees(
                fee.multiply(tenth).divide(hundred),
                TestWallet.GWEI.multiply(tenth).divide(hundred)));
        second();

        assertThat(chain.included(replacement)).isPresent();
        assertThat(chain.included(replaced)).isEmpty();
        assertThat(chain.waiting(replaced)).isEmpty();
    }

    @Test
    void theSameTransactionTwiceIsAlreadyKnown() {
        submit(ChainFolder.transfer(0));
        refused(ChainFolder.transfer(0), "already known");
        second();
        refused(ChainFolder.transfer(0), "already known");
    }

    @Test
    void gasBelowTheFloorIsRefused() {
        refused(ChainFolder.transfer(0).withGas(20_999), "intrinsic gas too low");
        refused(ChainFolder.transfer(0).withGas(30_000_001), "exceeds block gas limit");
    }

    @Test
    void feesThatMakeNoSenseAreRefused() {
        refused(
                ChainFolder.transfer(0).withFees(BigInteger.ONE, BigInteger.ONE),
                "max fee per gas less than block base fee");
        refused(
                ChainFolder.transfer(0).withFees(TestWallet.GWEI, TestWallet.GWEI.add(BigInteger.ONE)),
                "max priority fee per gas higher than max fee per gas");
    }

    @Test
    void severalTransfersTogetherCannotExceedTheBalance() {
        TestWallet.Transfer most =
                ChainFolder.transfer(0).withValue(ChainFolder.ETHER.multiply(BigInteger.valueOf(6_000)));
        submit(most);

        refused(most.withNonce(1), "insufficient funds");
    }

    @Test
    void contractsAreRefused() {
        refused(ChainFolder.transfer(0).withTo(""), "transfers only");
    }

    @Test
    void aSecondEncodingOfTheSameTransactionIsRefused() {
        // The data of a transfer written as an empty list (0xc0) instead of an empty string (0x80).
        byte[] raw = Hex.parse(alice.sign(ChainFolder.transfer(0)));
        for (int i = 0; i < raw.length; i++) {
            if ((raw[i] & 0xff) == 0x80) {
                byte[] other = raw.clone();
                other[i] = (byte) 0xc0;
                assertThatThrownBy(() -> chain.submit(other)).isInstanceOf(RpcError.class);
            }
        }
        second();
        assertThat(chain.nonce(alice.address())).isZero();
    }

    @Test
    void oneSenderCannotFillThePool() {
        for (int nonce = 0; nonce < 64; nonce++) {
            submit(ChainFolder.transfer(nonce).withValue(BigInteger.ONE));
        }
        refused(ChainFolder.transfer(64).withValue(BigInteger.ONE), "txpool is full");
    }

    private Bytes32 submit(TestWallet.Transfer transfer) {
        return chain.submit(Hex.parse(alice.sign(transfer)));
    }

    private void refused(TestWallet.Transfer transfer, String because) {
        assertThatThrownBy(() -> submit(transfer)).isInstanceOf(RpcError.class).hasMessageContaining(because);
    }

    private void second() {
        clock.move(Duration.ofSeconds(1));
    }
}
