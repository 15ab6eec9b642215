package dev.slipway.desk.browserwallet;

import dev.slipway.desk.browserwallet.page.LoopbackPage;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One session with a wallet in the system's browser: a page on loopback that asks for the account, then for the author's
 * signature, then for the payment, each when the desk is so far. The futures end when the answer is there and was
 * checked here, or with {@link DeskException}; they may be waited for on any thread but the window's. All methods may be
 * called on any thread.
 */
public final class BrowserWallet implements AutoCloseable {
    private final BrowserWalletSetting setting;
    private final WalletListener listener;
    private final OrderWords words;
    private final Pulse pulse = new Pulse();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConnectStep connecting;
    private final LoopbackPage page;
    private volatile @Nullable SignStep signing;
    private volatile @Nullable PayStep paying;

    private BrowserWallet(BrowserWalletSetting setting, WalletListener listener) throws IOException {
        // Of its own: nobody changes their language, so that every thread may read them.
        Texts texts = new Texts(setting.language());
        this.setting = setting;
        this.listener = listener;
        this.words = new OrderWords(texts, setting.network(), setting.zone());
        this.connecting = new ConnectStep(texts, this::tell);
        this.page = LoopbackPage.open(
                setting.language().locale().toLanguageTag().toLowerCase(Locale.ROOT),
                texts.patternsBelow("browser-wallet.page."),
                new PageRoutes(this, listener).all(),
                setting.random());
    }

    /** Serves the page; nobody has its link yet. */
    public static BrowserWallet open(BrowserWalletSetting setting, WalletListener listener) {
        try {
            return new BrowserWallet(setting, listener);
        } catch (IOException e) {
            throw new DeskException(
                    ProblemCode.PORT_TAKEN,
                    "The page for the wallet cannot be served on this machine: " + e.getMessage()
                            + ". Pay with a wallet of the desk instead, or try again.",
                    e);
        }
    }

    /** For the system's browser, and good for one tab; the tab that had taken an earlier link is cut off. */
    public URI newLink() {
        return page.newLink();
    }

    /** The account that the person chooses. */
    public CompletableFuture<Address> connect() {
        return connecting.connected();
    }

    /** The account that has agreed already; the page takes no other. */
    public CompletableFuture<Address> connect(Address author) {
        connecting.expect(author);
        pulse.beat();
        return connecting.connected();
    }

    /**
     * The author's signature under checked terms.
     *
     * @return 65 bytes r ‖ s ‖ v in hex, v 27 or 28, recovered to the author's address
     */
    public CompletableFuture<String> sign(SigningOrder order) {
        SignStep step = new SignStep(order, words, this::tell);
        signing = step;
        pulse.beat();
        return endingWithThis(step.signed());
    }

    /**
     * The payment for what was signed. Where the wallet was asked for it before, in this session or an earlier one, the
     * chain is searched first, whether or not somebody comes to the page.
     *
     * @param payer the only account that may be connected from now on
     * @return the transaction as our own node has it, in its pool or in a block
     */
    public synchronized CompletableFuture<ChainTransaction> pay(PaymentOrder order, Address payer) {
        @Nullable PayStep before = paying;
        if (before != null && before.isFor(order)) {
            return before.paid();
        }
        connecting.expect(payer);
        PayStep step = new PayStep(setting, order, payer, words, this::tell);
        paying = step;
        pulse.beat();
        Thread.ofVirtual().name("browser-wallet-look").start(() -> lookUntilPaid(step));
        return endingWithThis(step.paid());
    }

    /** Takes the page off the machine; what was not answered yet ends with {@code cancelled}. */
    @Override
    public void close() {
        closed.countDown();
        connecting.connected().completeExceptionally(cancelled());
        @Nullable SignStep sign = signing;
        if (sign != null) {
            sign.signed().completeExceptionally(cancelled());
        }
        @Nullable PayStep pay = paying;
        if (pay != null) {
            pay.paid().completeExceptionally(cancelled());
        }
        pulse.beat();
        page.close();
    }

    ConnectStep connecting() {
        return connecting;
    }

    @Nullable
    SignStep signing() {
        return signing;
    }

    @Nullable
    PayStep paying() {
        return paying;
    }

    Pulse pulse() {
        return pulse;
    }

    PageView view() {
        long version = pulse.count();
        @Nullable SignStep sign = signing;
        @Nullable PayStep pay = paying;
        return new PageView(
                version,
                connecting.view(),
                PageView.Network.of(setting.network()),
                sign == null ? null : sign.view(),
                pay == null ? null : pay.view());
    }

    private void lookUntilPaid(PayStep step) {
        try {
            while (step.equals(paying)
                    && !step.isOver()
                    && !closed.await(setting.betweenLooks().toNanos(), TimeUnit.NANOSECONDS)) {
                PageView.Pay before = step.view();
                step.look();
                if (!before.equals(step.view())) {
                    pulse.beat();
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but the end of the process.
            Thread.currentThread().interrupt();
        }
    }

    private <T> CompletableFuture<T> endingWithThis(CompletableFuture<T> answer) {
        if (closed.getCount() == 0) {
            answer.completeExceptionally(cancelled());
        }
        return answer;
    }

    private void tell(WalletEvent event) {
        listener.heard(event);
        pulse.beat();
    }

    private static DeskException cancelled() {
        return new DeskException(
                ProblemCode.CANCELLED,
                "The page in the browser was closed from here. What was signed or paid is kept; the next page goes on"
                        + " from there.");
    }
}
