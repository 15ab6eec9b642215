package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.language.Language;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** A session over HTTP with a scripted chain, and the page in a test's hands. */
abstract class WalletSession {
    static final Map<String, Object> NOTHING = Map.of();

    final PaymentMemory memory = new KeptPayments();

    final TestChain chain = new TestChain();

    final LocalSigner author = LocalSigner.random(new SecureRandom());

    volatile Instant time = Instant.parse("2030-11-21T20:00:00Z");

    Order order = new Order(author.address());

    final List<WalletEvent> events = new CopyOnWriteArrayList<>();

    final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    ChainTransaction send() {
        ChainTransaction payment = order.paidBy(author.address());
        chain.add(payment);
        return payment;
    }

    static boolean asks(PageClient page) {
        return page.say("/payment/ask", NOTHING).path("transaction").isObject();
    }

    PageClient tab(BrowserWallet wallet) {
        PageClient page = new PageClient(wallet.newLink());
        open.add(page);
        page.enter();
        return page;
    }

    BrowserWallet session() {
        BrowserWallet wallet = BrowserWallet.open(
                new BrowserWalletSetting(
                        new WalletNetwork(TestChain.ID, "Test chain", null),
                        chain,
                        memory,
                        Language.ENGLISH,
                        ZoneOffset.UTC,
                        () -> time,
                        new SecureRandom(),
                        Duration.ofMillis(20)),
                events::add);
        open.add(wallet);
        return wallet;
    }
}
