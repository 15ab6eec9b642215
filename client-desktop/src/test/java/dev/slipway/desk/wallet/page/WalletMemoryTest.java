package dev.slipway.desk.wallet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.testing.HeapSearch;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.funds.FundsModel;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the window's memory of what was typed into its page. */
class WalletMemoryTest {
    @TempDir
    Path folder = Path.of("");

    private final HeapSearch heap = new HeapSearch();

    @Test
    void afterTheLockNothingIsLeftOfTheKeyAndThePasswordThatWereTyped() throws IOException {
        HeadlessWindow.start();
        try (Background background = new Background(HeadlessWindow.ui())) {
            WalletModel wallet = HeadlessWindow.onUiThread(() -> wallet(background));
            try (HeadlessWindow window = HeadlessWindow.show(
                    () -> new Scene(new WalletPage(wallet, new Texts(Language.ENGLISH), Optional::empty)), 800, 700)) {
                HeadlessWindow.onUi(wallet::look);
                HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
                HeadlessWindow.onUi(() -> ((ToggleButton) window.all(".segments .toggle-button").stream()
                                .skip(2)
                                .findFirst()
                                .orElseThrow())
                        .fire());
                char[] key = marker("key");
                char[] password = marker("password");
                type(window, "#wallet-key", key);
                type(window, "#wallet-password", password);
                type(window, "#wallet-password-again", password);
                Arrays.fill(key, '\0');
                Arrays.fill(password, '\0');
                HeadlessWindow.onUi(() -> ((Button) find(window, "#wallet-go")).fire());
                HeadlessWindow.await("it is open", () -> wallet.state().get() instanceof WalletState.Unlocked);
                HeadlessWindow.onUi(wallet::lock);
                HeadlessWindow.await("it is locked", () -> window.first("#wallet-unlock") != null);

                assertThat(heap.found(folder)).isEmpty();
            } finally {
                wallet.halt();
            }
        }
    }

    /** 64 hex digits, by chance a key's. */
    private char[] marker(String name) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        bytes[0] = 1;
        char[] text = HexFormat.of().formatHex(bytes).toCharArray();
        heap.lookFor(name, text);
        return text;
    }

    private WalletModel wallet(Background background) {
        return new WalletModel(
                new Surroundings(
                        folder.resolve("wallet.json"),
                        SignerCommand.ofThisProcess(),
                        InstantSource.system(),
                        new Random(1)),
                new SimpleObjectProperty<>(Duration.ofMinutes(10)),
                new FundsModel(Optional::empty, node -> new RpcChain(new OkHttpClient(), node), background),
                background);
    }

    private static void type(HeadlessWindow window, String id, char[] text) {
        HeadlessWindow.onUi(() -> ((TextInputControl) find(window, id)).setText(new String(text)));
    }

    private static Node find(HeadlessWindow window, String id) {
        window.scene().getRoot().applyCss();
        return window.the(id);
    }
}
