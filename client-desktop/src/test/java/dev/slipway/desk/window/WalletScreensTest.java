package dev.slipway.desk.window;

import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wallet in each of its states, language and theme, as pictures in target/screens: they are to be looked at. */
class WalletScreensTest {
    private static final String PASSWORD = "old boat under the bridge";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theWalletIsDrawnInEveryLanguageAndTheme() throws IOException {
        HeadlessWindow.start();
        try (SmallServer server = SmallServer.start(InstantSource.system());
                DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            WalletModel wallet = desk.model().wallet();
            HeadlessWindow.onUi(() -> {
                wallet.look();
                desk.model().go(Place.WALLET);
            });
            HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
            drawWaysIn(desk, window);
            drawNewOne(desk, window);
            drawOpenAndLocked(desk, window, server);
        }
    }

    private static void drawWaysIn(DeskUnderTest desk, HeadlessWindow window) {
        WalletModel wallet = desk.model().wallet();
        for (int way = 0; way < 4; way++) {
            int chosen = way;
            HeadlessWindow.onUi(() -> toggle(window, chosen).fire());
            if (way == 0) {
                type(window, "#wallet-password", "password password");
                type(window, "#wallet-password-again", "another");
            }
            ScreensTest.draw(desk, window, "wallet-none-" + way);
        }
        HeadlessWindow.onUi(() -> wallet.importKey(Secret.of("no key"), Secret.of(PASSWORD)));
        HeadlessWindow.await("it is refused", () -> wallet.problem().get() != null);
        ScreensTest.draw(desk, window, "wallet-refused");
    }

    private static void drawNewOne(DeskUnderTest desk, HeadlessWindow window) {
        WalletModel wallet = desk.model().wallet();
        HeadlessWindow.onUi(() -> wallet.create(Secret.of(PASSWORD)));
        ScreensTest.draw(desk, window, "wallet-working");
        HeadlessWindow.await("the words", () -> wallet.state().get() instanceof WalletState.WritingDown);
        ScreensTest.draw(desk, window, "wallet-words");
        HeadlessWindow.onUi(wallet::written);
        HeadlessWindow.onUi(() -> ((Button) find(window, "#wallet-save")).fire());
        ScreensTest.draw(desk, window, "wallet-questions");
        HeadlessWindow.onUi(wallet::lock);
        HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
    }

    private static void drawOpenAndLocked(DeskUnderTest desk, HeadlessWindow window, SmallServer server) {
        WalletModel wallet = desk.model().wallet();
        HeadlessWindow.onUi(() -> wallet.importKey(Secret.of(LightKeystore.KEY), Secret.of(PASSWORD)));
        HeadlessWindow.await(
                "it is open and no node is known",
                () -> wallet.state().get() instanceof WalletState.Unlocked
                        && wallet.funds().funds().get() instanceof Funds.NoNode);
        ScreensTest.draw(desk, window, "wallet-open-no-node");
        HeadlessWindow.onUi(() -> {
            server.chain().setBalance(new BigInteger("4207123456789012345"));
            desk.model().settings().chainNode().set(server.url() + "/rpc");
            wallet.refresh();
        });
        HeadlessWindow.await("the balance", () -> wallet.funds().funds().get() instanceof Funds.Known);
        ScreensTest.draw(desk, window, "wallet-open");
        HeadlessWindow.onUi(wallet::lock);
        HeadlessWindow.await("the balance", () -> wallet.funds().funds().get() instanceof Funds.Known);
        ScreensTest.draw(desk, window, "wallet-locked");
        HeadlessWindow.onUi(() -> ((Button) find(window, "#wallet-another .button")).fire());
        ScreensTest.draw(desk, window, "wallet-locked-another");
    }

    private static ToggleButton toggle(HeadlessWindow window, int index) {
        window.scene().getRoot().applyCss();
        return window.all(".segments .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .skip(index)
                .findFirst()
                .orElseThrow();
    }

    private static void type(HeadlessWindow window, String id, String text) {
        HeadlessWindow.onUi(() -> ((TextInputControl) find(window, id)).setText(text));
    }

    private static Node find(HeadlessWindow window, String id) {
        window.scene().getRoot().applyCss();
        return window.the(id);
    }
}
