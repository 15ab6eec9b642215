package dev.slipway.desk.testing;

import dev.slipway.desk.browserwallet.PageClient;
import dev.slipway.desk.browserwallet.SystemBrowser;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;
import org.web3j.crypto.TransactionEncoder;
import tools.jackson.databind.JsonNode;

/** Opens the page's link, and does there with a wallet whose key is in the test what the page asks for. */
public final class PersonInBrowser implements SystemBrowser, AutoCloseable {
    private final String key;
    private final RpcChain chain;
    private final List<Thread> tabs = new CopyOnWriteArrayList<>();
    private final AtomicInteger signed = new AtomicInteger();
    private volatile End end = End.PAID;

    /** Where the person gets up and leaves. */
    public enum End {
        AT_ONCE,
        /** The wallet has paid, and nobody has told the page. */
        ANSWER_LOST,
        PAID
    }

    /** @param key in hex */
    public PersonInBrowser(String key, URI node) {
        this.key = key;
        this.chain = new RpcChain(new OkHttpClient(), node);
    }

    public Address account() {
        return LocalSigner.fromPrivateKey(key).address();
    }

    public void leave(End when) {
        end = when;
    }

    /** How many signatures were given. */
    public int signatures() {
        return signed.get();
    }

    /** How many links were opened. */
    public int opened() {
        return tabs.size();
    }

    @Override
    public void open(URI link) {
        tabs.add(Thread.ofVirtual().start(() -> {
            try (PageClient page = new PageClient(link)) {
                work(page);
            }
        }));
    }

    /** Waits until nobody is at a page any more. */
    @Override
    public void close() throws InterruptedException {
        for (Thread tab : tabs) {
            tab.join();
        }
    }

    private void work(PageClient page) {
        page.enter();
        if (end == End.AT_ONCE) {
            return;
        }
        JsonNode view = page.connect(account().hex());
        boolean isOver = false;
        while (!isOver) {
            JsonNode sign = view.path("sign");
            if (sign.path("typedData").isString()) {
                signed.incrementAndGet();
                page.say(
                        "/signed",
                        Map.of("signature", sign(sign.path("typedData").asString())));
            }
            isOver = hasPaid(page, view.path("pay"));
            if (!isOver) {
                view = page.say("/state", Map.of("seen", view.path("version").asLong()));
            }
        }
    }

    /** Does what is offered; what a token has to be allowed first is followed by the payment. */
    private boolean hasPaid(PageClient page, JsonNode order) {
        if (order.path("stage").asString("").equals("offered")) {
            pay(page);
            return end != End.PAID || order.path("purpose").asString().equals("payment");
        }
        return order.isObject() && order.path("purpose").asString().equals("payment");
    }

    private void pay(PageClient page) {
        JsonNode asked = page.say("/payment/ask", Map.of()).path("transaction");
        BigInteger nonce = chain.nextNonce(account());
        byte[] raw = TransactionEncoder.signMessage(
                RawTransaction.createTransaction(
                        number(asked.path("chainId")).longValueExact(),
                        nonce,
                        BigInteger.valueOf(30_000),
                        asked.path("to").asString(),
                        number(asked.path("value")),
                        asked.path("data").asString(),
                        chain.fees().maxPriorityFeePerGas(),
                        chain.fees().maxFeePerGas()),
                Credentials.create(key));
        SignedTransaction transaction = new SignedTransaction(Hex.of(raw), Bytes32.of(Hash.sha3(raw)), nonce);
        chain.send(transaction);
        if (end == End.PAID) {
            page.say("/payment/sent", Map.of("hash", transaction.hash().hex()));
        }
    }

    private String sign(String typedData) {
        try {
            byte[] digest = new StructuredDataEncoder(typedData).hashStructuredData();
            Sign.SignatureData made =
                    Sign.signMessage(digest, Credentials.create(key).getEcKeyPair(), false);
            byte[] bytes = new byte[65];
            System.arraycopy(made.getR(), 0, bytes, 0, 32);
            System.arraycopy(made.getS(), 0, bytes, 32, 32);
            bytes[64] = made.getV()[0];
            return Hex.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger number(JsonNode quantity) {
        return new BigInteger(quantity.asString().substring(2), 16);
    }
}
