package dev.slipway.desk.browserwallet;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.testing.ChainNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Chromium, and a wallet in it that signs and pays on a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WalletInChromium {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final OkHttpClient http = new OkHttpClient();

    WalletBrowser browser;

    ChainNode node;

    RpcChain chain;

    TestWallet wallet;

    Order order;

    BrowserWallet session;

    BigInteger before;

    final PaymentMemory memory = new KeptPayments();

    @BeforeAll
    void startBrowser() throws IOException {
        browser = WalletBrowser.start();
        node = ChainNode.start();
        chain = new RpcChain(http, node.rpc());
    }

    @BeforeEach
    void begin() {
        wallet = new TestWallet(node);
        order = new Order(TestWallet.ACCOUNT);
        session = session(Language.ENGLISH);
        before = chain.balance(Order.RECIPIENT);
    }

    @AfterEach
    void theConsoleStaysSilent() {
        assertThat(browser.takeComplaints()).isEmpty();
        session.close();
    }

    @AfterAll
    void end() throws InterruptedException {
        browser.close();
        node.close();
        http.dispatcher().executorService().shutdown();
    }

    /** The page's wallet is answered on this thread, so it must not stand still meanwhile. */
    static <T> T await(Page page, CompletableFuture<T> answer) {
        page.waitForCondition(answer::isDone);
        return answer.join();
    }

    void awaitAsked(String method, Page page) {
        page.waitForCondition(() -> wallet.asked(method) == 1);
    }

    void awaitInBlock(ChainTransaction payment) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!chain.transaction(payment.hash()).orElseThrow().inBlock()) {
            assertThat(System.nanoTime()).as("the payment is in a block").isLessThan(end);
        }
    }

    BigInteger paid() {
        return chain.balance(Order.RECIPIENT).subtract(before);
    }

    BrowserWallet session(Language language) {
        return BrowserWallet.open(
                new BrowserWalletSetting(
                        new WalletNetwork(TestChain.ID, "Slipway test chain", node.rpc()),
                        chain,
                        memory,
                        language,
                        ZoneOffset.UTC,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        Duration.ofMillis(200)),
                _ -> {});
    }
}
