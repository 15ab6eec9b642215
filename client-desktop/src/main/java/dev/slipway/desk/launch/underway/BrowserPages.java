package dev.slipway.desk.launch.underway;

import dev.slipway.desk.browserwallet.BrowserWallet;
import dev.slipway.desk.browserwallet.BrowserWalletSetting;
import dev.slipway.desk.browserwallet.PaymentMemory;
import dev.slipway.desk.browserwallet.WalletEvent;
import dev.slipway.desk.browserwallet.WalletNetwork;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.BrowserDoor;
import dev.slipway.desk.launch.Contact;
import dev.slipway.desk.launch.Dock;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.wallet.funds.Network;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The wallet's page of one run: opens it in the system's browser, and tells how far the person is there. */
final class BrowserPages implements BrowserDoor {
    private final Dock dock;
    private final Browsing browsing;
    private final Language language;
    private final Consumer<BrowserStage> window;
    private volatile @Nullable BrowserWallet current;
    private BrowserStage stage = BrowserStage.OPENING;

    /** @param window hears on threads of the page */
    BrowserPages(Dock dock, Browsing browsing, Language language, Consumer<BrowserStage> window) {
        this.dock = dock;
        this.browsing = browsing;
        this.language = language;
        this.window = window;
    }

    @Override
    public BrowserWallet open(Contact contact, PaymentMemory memory) {
        BrowserWallet wallet = BrowserWallet.open(setting(contact, memory), this::heard);
        current = wallet;
        window.accept(BrowserStage.OPENING);
        browsing.browser().open(wallet.newLink());
        return wallet;
    }

    /** For one tab, which then has the page; empty while there is none. */
    Optional<URI> newLink() {
        return Optional.ofNullable(current).map(BrowserWallet::newLink);
    }

    private BrowserWalletSetting setting(Contact contact, PaymentMemory memory) {
        long chainId = contact.operator().chainId();
        // Of its own, because this is not the window's thread.
        String name = Network.name(new Texts(language), chainId);
        // A wallet knows the public chains by itself; only of one on this machine it has to be told.
        @Nullable URI rpc = ServerOrigin.isLoopback(contact.rpc().toString()) ? contact.rpc() : null;
        return new BrowserWalletSetting(
                new WalletNetwork(chainId, name, rpc),
                contact.chain(),
                memory,
                language,
                browsing.zone(),
                dock.clock(),
                dock.random(),
                browsing.betweenLooks());
    }

    private void heard(WalletEvent event) {
        synchronized (this) {
            stage = stage.after(event);
            window.accept(stage);
        }
    }
}
