package dev.slipway.desk.wallet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.signer.SignerCommand;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.funds.FundsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with a file, and with the keyboard alone. */
class WalletPageTest {
    private static final String PASSWORD = "of the other program";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFileOfAnotherProgramIsBroughtAndOpenedAgainByTheKeyboard() throws IOException {
        HeadlessWindow.start();
        Path theirs = Files.writeString(folder.resolve("UTC--2026"), LightKeystore.of(PASSWORD));
        Path ours = folder.resolve("wallet.json");
        try (Background background = new Background(HeadlessWindow.ui())) {
            WalletModel wallet = onUi(() -> wallet(ours, background));
            try (HeadlessWindow window = HeadlessWindow.show(
                    () -> new Scene(new WalletPage(wallet, new Texts(Language.ENGLISH), () -> Optional.of(theirs))),
                    800,
                    700)) {
                HeadlessWindow.onUi(wallet::look);
                HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
                HeadlessWindow.onUi(window.scene().getRoot()::applyCss);
                HeadlessWindow.onUi(() -> ((ToggleButton) window.all(".segments .toggle-button").stream()
                                .skip(3)
                                .findFirst()
                                .orElseThrow())
                        .fire());
                HeadlessWindow.onUi(() -> ((Button) find(window, "#wallet-keystore-choose")).fire());
                HeadlessWindow.onUi(() -> typeAndEnter(find(window, "#wallet-keystore-password")));
                HeadlessWindow.await("it is open", () -> wallet.state().get() instanceof WalletState.Unlocked);
                assertThat(theirs).content().contains("4096");
                assertThat(ours).content().as("sealed anew").contains("262144");

                HeadlessWindow.onUi(wallet::lock);
                HeadlessWindow.await(
                        "the keyboard is in the password, which is drawn",
                        () -> window.scene().getFocusOwner() instanceof PasswordField password
                                && password.getSkin() != null
                                && "wallet-unlock-password".equals(password.getId()));
                HeadlessWindow.onUi(() -> typeAndEnter(window.scene().getFocusOwner()));
                HeadlessWindow.await("it is open", () -> wallet.state().get() instanceof WalletState.Unlocked);
            } finally {
                wallet.halt();
            }
        }
    }

    @Test
    void whatIsLongerThanAnyKeyIsRefusedAsNone() {
        HeadlessWindow.start();
        try (Background background = new Background(HeadlessWindow.ui())) {
            WalletModel wallet = onUi(() -> wallet(folder.resolve("wallet.json"), background));
            try (HeadlessWindow window = HeadlessWindow.show(
                    () -> new Scene(new WalletPage(wallet, new Texts(Language.ENGLISH), Optional::empty)), 800, 700)) {
                HeadlessWindow.onUi(wallet::look);
                HeadlessWindow.await("there is none", () -> wallet.state().get() instanceof WalletState.None);
                HeadlessWindow.onUi(window.scene().getRoot()::applyCss);
                HeadlessWindow.onUi(() -> ((ToggleButton) window.all(".segments .toggle-button").stream()
                                .skip(2)
                                .findFirst()
                                .orElseThrow())
                        .fire());
                HeadlessWindow.onUi(() -> {
                    type(window, "#wallet-key", "ab".repeat(5_000));
                    type(window, "#wallet-password", PASSWORD);
                    type(window, "#wallet-password-again", PASSWORD);
                    ((Button) find(window, "#wallet-go")).fire();
                });
                HeadlessWindow.await(
                        "it is refused",
                        () -> wallet.problem().get() != null && wallet.state().get() instanceof WalletState.None);
            } finally {
                wallet.halt();
            }
        }
    }

    private static void type(HeadlessWindow window, String id, String text) {
        ((PasswordField) find(window, id)).setText(text);
    }

    private static WalletModel wallet(Path file, Background background) {
        return new WalletModel(
                new Surroundings(file, SignerCommand.ofThisProcess(), InstantSource.system(), new Random(1)),
                new SimpleObjectProperty<>(Duration.ofMinutes(10)),
                new FundsModel(Optional::empty, node -> new RpcChain(new OkHttpClient(), node), background),
                background);
    }

    private static void typeAndEnter(Node field) {
        ((PasswordField) field).setText(PASSWORD);
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private static <T> T onUi(Supplier<T> work) {
        return HeadlessWindow.onUiThread(work);
    }

    private static Node find(HeadlessWindow window, String id) {
        window.scene().getRoot().applyCss();
        return window.the(id);
    }
}
