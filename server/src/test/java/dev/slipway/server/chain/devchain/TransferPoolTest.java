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
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a block: order by nonce, replacement, and what is refused, in the words that clients match on. */
class TransferPoolTest {
    private static final String RECIPIENT = "0x00000000000000000000000000000000000000aa";
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
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
        Bytes32 hash = submit(transfer(0));

        assertThat(chain.waiting(hash)).isPresent();
        assertThat(chain.included(hash)).isEmpty();
        assertThat(chain.pendingNonce(alice.address())).isEqualTo(1);
        second();
        assertThat(chain.waiting(hash)).isEmpty();
        assertThat(chain.included(hash)).isPresent();
    }

    @Test
    void aGapInTheNoncesIsWaitedFor() {
        Bytes32 later = submit(transfer(1));
        second();
        assertThat(chain.included(later)).isEmpty();

        submit(transfer(0));
        clock.move(Duration.ofSeconds(2));

        assertThat(chain.included(later)).isPresent();
        assertThat(chain.nonce(alice.address())).isEqualTo(2);
    }

    @Test
    void aTenthMoreReplacesAndLessDoesNot() {
        BigInteger fee = TestWallet.GWEI.multiply(BigInteger.TEN);
        TestWallet.Transfer first = transfer(0).withFees(fee, TestWallet.GWEI);
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
        submit(transfer(0));
        refused(transfer(0), "already known");
        second();
        refused(transfer(0), "already known");
    }

    @Test
    void gasBelowTheFloorIsRefused() {
        refused(transfer(0).withGas(20_999), "intrinsic gas too low");
        refused(transfer(0).withGas(30_000_001), "exceeds block gas limit");
    }

    @Test
    void feesThatMakeNoSenseAreRefused() {
        refused(transfer(0).withFees(BigInteger.ONE, BigInteger.ONE), "max fee per gas less than block base fee");
        refused(
                transfer(0).withFees(TestWallet.GWEI, TestWallet.GWEI.add(BigInteger.ONE)),
                "max priority fee per gas higher than max fee per gas");
    }

    @Test
    void severalTransfersTogetherCannotExceedTheBalance() {
        TestWallet.Transfer most = transfer(0).withValue(ETHER.multiply(BigInteger.valueOf(6_000)));
        submit(most);

        refused(most.withNonce(1), "insufficient funds");
    }

    @Test
    void contractsAreRefused() {
        refused(transfer(0).withTo(""), "transfers only");
    }

    @Test
    void aSecondEncodingOfTheSameTransactionIsRefused() {
        // The data of a transfer written as an empty list (0xc0) instead of an empty string (0x80).
        byte[] raw = Hex.parse(alice.sign(transfer(0)));
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
            submit(transfer(nonce).withValue(BigInteger.ONE));
        }
        refused(transfer(64).withValue(BigInteger.ONE), "txpool is full");
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

    private static TestWallet.Transfer transfer(long nonce) {
        return new TestWallet.Transfer(
                DevelopmentChain.CHAIN_ID,
                nonce,
                RECIPIENT,
                ETHER,
                "0x",
                21_000,
                TestWallet.GWEI.multiply(BigInteger.TEN),
                TestWallet.GWEI);
    }
}
