package dev.slipway.server.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.testing.Await;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.http.HttpService;

/** What the server and a wallet rely on, run against our development chain and against anvil. Transactions are web3j's. */
abstract class ChainNodeContract {
    private static final Bytes32 REFERENCE = Bytes32.of(filled((byte) 0xa7));
    private static final Address RECIPIENT = new Address("0x00000000000000000000000000000000000000aa");
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    private Web3jChainClient client;
    private Web3j web3j;
    private TestWallet alice;

    abstract URI rpc();

    /** Makes the node put what waits into a block; it may do so by itself. */
    abstract void nextBlock();

    @BeforeEach
    void connect() {
        client = new Web3jChainClient(new ChainEndpoint(rpc(), 31337));
        web3j = Web3j.build(new HttpService(rpc().toString()));
        alice = TestWallet.account(0, rpc());
    }

    @AfterEach
    void disconnect() {
        client.close();
        web3j.shutdown();
        alice.close();
    }

    @Test
    void theChainSaysWhichItIs() throws IOException {
        assertThat(client.chainId()).isEqualTo(31337);
        assertThat(web3j.netVersion().send().getNetVersion()).isEqualTo("31337");
    }

    @Test
    void theTenAccountsHoldTenThousandEther() throws IOException {
        for (int index = 0; index < 10; index++) {
            try (TestWallet wallet = TestWallet.account(index, rpc())) {
                assertThat(balance(wallet.address())).isEqualTo(ETHER.multiply(BigInteger.valueOf(10_000)));
            }
        }
        assertThat(balance(RECIPIENT)).isZero();
    }

    @Test
    void aPaymentWithAReferenceIsFoundInItsBlock() {
        Bytes32 hash = alice.pay(RECIPIENT, ETHER, REFERENCE);

        ChainReceipt receipt = mined(hash);
        assertThat(receipt.outcome()).isEqualTo(ChainReceipt.Outcome.SUCCEEDED);
        ChainBlock block = client.block(receipt.blockNumber()).orElseThrow();
        assertThat(block.hash()).isEqualTo(receipt.blockHash());
        assertThat(block.transactions()).singleElement().satisfies(transaction -> {
            assertThat(transaction.hash()).isEqualTo(hash);
            assertThat(transaction.from()).isEqualTo(alice.address());
            assertThat(transaction.to()).isEqualTo(RECIPIENT);
            assertThat(transaction.value()).isEqualTo(ETHER);
            assertThat(transaction.word()).contains(REFERENCE);
            assertThat(transaction.nonce()).isZero();
            assertThat(transaction.blockHash()).isEqualTo(block.hash());
        });
    }

    @Test
    void aBlockIsTheSameByNumberAndByHashAndNamesItsParent() {
        ChainReceipt receipt = mined(alice.pay(RECIPIENT, ETHER, REFERENCE));

        ChainBlock block = client.block(receipt.blockNumber()).orElseThrow();
        assertThat(client.block(block.hash())).contains(block);
        assertThat(client.block(block.number() - 1)).map(ChainBlock::hash).contains(block.parentHash());
        assertThat(client.block(block.parentHash())).map(ChainBlock::number).contains(block.number() - 1);
    }

    @Test
    void theSenderPaysTheValueAndTheGasAndTheRecipientGetsTheValue() throws IOException {
        BigInteger before = balance(alice.address());

        Bytes32 hash = alice.pay(RECIPIENT, ETHER, REFERENCE);
        mined(hash);

        var receipt = web3j.ethGetTransactionReceipt(hash.hex())
                .send()
                .getTransactionReceipt()
                .orElseThrow();
        BigInteger fee = receipt.getGasUsed()
                .multiply(new BigInteger(receipt.getEffectiveGasPrice().substring(2), 16));
        assertThat(balance(RECIPIENT)).isEqualTo(ETHER);
        assertThat(balance(alice.address())).isEqualTo(before.subtract(ETHER).subtract(fee));
    }

    @Test
    void gasForThirtyTwoBytesIsTheFloorOfEip7623() throws IOException {
        Bytes32 hash = alice.pay(RECIPIENT, ETHER, REFERENCE);
        mined(hash);

        assertThat(web3j.ethGetTransactionReceipt(hash.hex())
                        .send()
                        .getTransactionReceipt()
                        .orElseThrow()
                        .getGasUsed())
                .isEqualTo(22_280);
        assertThat(web3j.ethEstimateGas(Transaction.createFunctionCallTransaction(
                                alice.address().hex(), null, null, null, RECIPIENT.hex(), REFERENCE.hex()))
                        .send()
                        .getAmountUsed())
                .isEqualTo(22_280);
    }

    @Test
    void zeroBytesCostLess() throws IOException {
        byte[] half = filled((byte) 1);
        Arrays.fill(half, 0, 16, (byte) 0);
        long floor = 21_000 + 10 * (16 + 4 * 16);

        Bytes32 hash = alice.send(alice.transfer(RECIPIENT, ETHER, Hex.of(half)).withGas(floor));
        mined(hash);

        assertThat(web3j.ethGetTransactionReceipt(hash.hex())
                        .send()
                        .getTransactionReceipt()
                        .orElseThrow()
                        .getGasUsed())
                .isEqualTo(floor);
    }

    @Test
    void gasForLessThanATransferIsRefused() {
        String raw =
                alice.sign(alice.transfer(RECIPIENT, ETHER, REFERENCE.hex()).withGas(20_999));

        assertThat(alice.refusal(raw)).containsIgnoringCase("intrinsic gas");
    }

    @Test
    void aLegacyTransactionWorksAsWell() throws IOException {
        String raw = alice.signLegacy(alice.transfer(RECIPIENT, ETHER, REFERENCE.hex()));

        Bytes32 hash = new Bytes32(web3j.ethSendRawTransaction(raw).send().getTransactionHash());

        mined(hash);
        assertThat(client.transaction(hash)).hasValueSatisfying(transaction -> {
            assertThat(transaction.from()).isEqualTo(alice.address());
            assertThat(transaction.word()).contains(REFERENCE);
        });
    }

    @Test
    void whatIsUnknownIsEmptyAndNotAnError() {
        assertThat(client.transaction(REFERENCE)).isEmpty();
        assertThat(client.receipt(REFERENCE)).isEmpty();
        assertThat(client.block(client.head() + 1000)).isEmpty();
        assertThat(client.block(REFERENCE)).isEmpty();
    }

    @Test
    void aUsedNonceIsTooLow() {
        TestWallet.Transfer first = alice.transfer(RECIPIENT, ETHER, REFERENCE.hex());
        mined(alice.send(first));

        assertThat(alice.refusal(alice.sign(first.withValue(BigInteger.ONE)))).contains("nonce too low");
    }

    @Test
    void moreThanTheBalanceIsRefused() {
        String raw = alice.sign(alice.transfer(RECIPIENT, ETHER.multiply(BigInteger.valueOf(10_000)), REFERENCE.hex()));

        assertThat(alice.refusal(raw)).containsIgnoringCase("insufficient funds for gas * price + value");
    }

    @Test
    void aTransactionForAnotherChainIsRefused() {
        String raw =
                alice.sign(alice.transfer(RECIPIENT, ETHER, REFERENCE.hex()).withChain(1));

        assertThat(alice.refusal(raw)).containsIgnoringCase("chain id");
    }

    @Test
    void aSignatureThatWasTamperedWithNeverMovesTheSignersMoney() throws IOException {
        String raw = alice.sign(alice.transfer(RECIPIENT, ETHER, REFERENCE.hex()));
        char last = raw.charAt(raw.length() - 1);

        web3j.ethSendRawTransaction(raw.substring(0, raw.length() - 1) + (last == '0' ? '1' : '0'))
                .send();
        nextBlock();

        assertThat(balance(RECIPIENT)).isZero();
    }

    @Test
    void whatIsNotATransactionIsRefused() {
        for (String raw : new String[] {"0x", "0x00", "0x02", "0x02c0", "0xc0", "0x02f8ffff", "0xdeadbeef"}) {
            assertThat(alice.refusal(raw)).isNotBlank();
        }
    }

    private ChainReceipt mined(Bytes32 hash) {
        nextBlock();
        return Await.until("the transaction in a block", () -> client.receipt(hash), Optional::isPresent)
                .orElseThrow();
    }

    private BigInteger balance(Address account) throws IOException {
        return web3j.ethGetBalance(account.hex(), DefaultBlockParameterName.LATEST)
                .send()
                .getBalance();
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
