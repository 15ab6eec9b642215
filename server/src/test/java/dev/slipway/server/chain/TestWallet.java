package dev.slipway.server.chain;

import static org.web3j.crypto.Bip32ECKeyPair.HARDENED_BIT;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameterName;
import org.web3j.protocol.core.methods.response.EthSendTransaction;
import org.web3j.protocol.http.HttpService;
import org.web3j.utils.Numeric;

/** One of the ten well-known development accounts, which signs with web3j: an independent judge of the decoder. */
public final class TestWallet implements AutoCloseable {
    public static final BigInteger GWEI = BigInteger.valueOf(1_000_000_000);
    private static final String PHRASE = "test test test test test test test test test test test junk";
    private static final long CHAIN_ID = 31337;

    private final Credentials credentials;
    private final Web3j node;

    private TestWallet(Credentials credentials, Web3j node) {
        this.credentials = credentials;
        this.node = node;
    }

    /** Account m/44'/60'/0'/0/index. */
    public static TestWallet account(int index, URI rpc) {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(PHRASE, ""));
        int[] path = {44 | HARDENED_BIT, 60 | HARDENED_BIT, HARDENED_BIT, 0, index};
        return new TestWallet(
                Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path)),
                Web3j.build(new HttpService(rpc.toString())));
    }

    /**
     * A transfer to be signed.
     *
     * @param input hex with 0x
     */
    public record Transfer(
            long chainId,
            long nonce,
            String to,
            BigInteger value,
            String input,
            long gas,
            BigInteger maxFee,
            BigInteger tip) {

        public Transfer withNonce(long other) {
            return new Transfer(chainId, other, to, value, input, gas, maxFee, tip);
        }

        public Transfer withFees(BigInteger otherMaxFee, BigInteger otherTip) {
            return new Transfer(chainId, nonce, to, value, input, gas, otherMaxFee, otherTip);
        }

        public Transfer withGas(long other) {
            return new Transfer(chainId, nonce, to, value, input, other, maxFee, tip);
        }

        public Transfer withChain(long other) {
            return new Transfer(other, nonce, to, value, input, gas, maxFee, tip);
        }

        public Transfer withValue(BigInteger other) {
            return new Transfer(chainId, nonce, to, other, input, gas, maxFee, tip);
        }

        public Transfer withTo(String other) {
            return new Transfer(chainId, nonce, other, value, input, gas, maxFee, tip);
        }
    }

    public Address address() {
        return new Address(credentials.getAddress());
    }

    /** Its key. */
    org.web3j.crypto.ECKeyPair pair() {
        return credentials.getEcKeyPair();
    }

    /** With the account's next nonce and generous fees. */
    public Transfer transfer(Address to, BigInteger value, String input) {
        return new Transfer(
                CHAIN_ID, nextNonce(), to.hex(), value, input, 100_000, GWEI.multiply(BigInteger.TEN), GWEI);
    }

    public long nextNonce() {
        try {
            return node.ethGetTransactionCount(address().hex(), DefaultBlockParameterName.PENDING)
                    .send()
                    .getTransactionCount()
                    .longValueExact();
        } catch (IOException e) {
            throw new IllegalStateException("the node does not answer", e);
        }
    }

    /** The raw type 2 transaction in hex. */
    public String sign(Transfer transfer) {
        RawTransaction raw = RawTransaction.createTransaction(
                transfer.chainId(),
                BigInteger.valueOf(transfer.nonce()),
                BigInteger.valueOf(transfer.gas()),
                transfer.to(),
                transfer.value(),
                transfer.input(),
                transfer.tip(),
                transfer.maxFee());
        return Numeric.toHexString(TransactionEncoder.signMessage(raw, credentials));
    }

    /** The raw legacy transaction (EIP-155) in hex. */
    public String signLegacy(Transfer transfer) {
        RawTransaction raw = RawTransaction.createTransaction(
                BigInteger.valueOf(transfer.nonce()),
                transfer.maxFee(),
                BigInteger.valueOf(transfer.gas()),
                transfer.to(),
                transfer.value(),
                transfer.input());
        return Numeric.toHexString(TransactionEncoder.signMessage(raw, transfer.chainId(), credentials));
    }

    /** Signs and sends; fails the test where the node refuses. */
    public Bytes32 send(Transfer transfer) {
        EthSendTransaction answer = submit(sign(transfer));
        if (answer.hasError()) {
            throw new AssertionError(answer.getError().getMessage());
        }
        return new Bytes32(answer.getTransactionHash());
    }

    public Bytes32 pay(Address to, BigInteger value, Bytes32 reference) {
        return send(transfer(to, value, reference.hex()));
    }

    /** The message of the node's error. */
    public String refusal(String raw) {
        EthSendTransaction answer = submit(raw);
        if (!answer.hasError()) {
            throw new AssertionError("the node accepted it as " + answer.getTransactionHash());
        }
        return answer.getError().getMessage();
    }

    private EthSendTransaction submit(String raw) {
        try {
            return node.ethSendRawTransaction(raw).send();
        } catch (IOException e) {
            throw new IllegalStateException("the node does not answer", e);
        }
    }

    @Override
    public void close() {
        node.shutdown();
    }
}
