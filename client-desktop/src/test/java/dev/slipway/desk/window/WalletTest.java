package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.testing.LightKeystore;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wallet as hands meet it: made, brought, opened and locked, in each language. */
class WalletTest {
    private static final String PASSWORD = "old boat under the bridge";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(Language.class)
    void aWalletIsMadeLockedAndOpenedByHand(Language language) {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk(language);
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            WalletModel wallet = desk.model().wallet();
            type(window, "#wallet-password", "short");
            type(window, "#wallet-password-again", "short");
            assertThat(HeadlessWindow.onUiThread(
                            () -> button(window, "#wallet-go").isDisabled()))
                    .isTrue();
            type(window, "#wallet-password", PASSWORD);
            type(window, "#wallet-password-again", PASSWORD);
            press(window, "#wallet-go");
            HeadlessWindow.await("the words", () -> window.first("#wallet-written") != null);
            List<String> words = HeadlessWindow.onUiThread(() -> window.all(".phrase-word").stream()
                    .map(cell -> ((Label) cell.lookup(".strong")).getText())
                    .toList());
            assertThat(words).hasSize(12);
            press(window, "#wallet-written");
            for (int i = 0; i < 3; i++) {
                type(window, "#wallet-word-" + i, "wrong");
            }
            press(window, "#wallet-save");
            assertThat(text(window, "#wallet-words-wrong")).isNotEmpty();
            press(window, "#wallet-save");
            press(window, "#wallet-save");
            assertThat(text(window, "#wallet-words-compare"))
                    .as("after three wrong tries the words again")
                    .isNotEmpty();
            press(window, "#wallet-written");
            for (int i = 0; i < 3; i++) {
                String name = "#wallet-word-" + i;
                int asked = Integer.parseInt(HeadlessWindow.onUiThread(
                        () -> find(window, name).getAccessibleText().replaceAll("\\D", "")));
                type(window, name, words.get(asked - 1));
            }
            press(window, "#wallet-save");
            HeadlessWindow.await("it is open", () -> wallet.state().get() instanceof WalletState.Unlocked);
            assertThat(folder.resolve("wallet.json")).isRegularFile();

            press(window, "#wallet-lock");
            HeadlessWindow.await("it is locked", () -> window.first("#wallet-unlock") != null);
            type(window, "#wallet-unlock-password", PASSWORD);
            press(window, "#wallet-unlock");
            HeadlessWindow.await("it is open", () -> wallet.state().get() instanceof WalletState.Unlocked);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPhraseIsBroughtAndItsBalanceShown(Language language) throws IOException {
        HeadlessWindow.start();
        try (SmallServer server = SmallServer.start(InstantSource.system());
                DeskUnderTest desk = desk(language);
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            HeadlessWindow.onUi(() -> desk.model().settings().chainNode().set(server.url() + "/rpc"));
            way(window, 1);
            type(window, "#wallet-phrase", LightKeystore.PHRASE);
            type(window, "#wallet-password", PASSWORD);
            type(window, "#wallet-password-again", PASSWORD);
            press(window, "#wallet-go");
            HeadlessWindow.await(
                    "its balance",
                    () -> window.first("#wallet-balance") instanceof Label balance
                            && balance.getText().startsWith("100"));
            assertThat(HeadlessWindow.onUiThread(() -> ((TextInputControl) find(window, "#wallet-address")).getText()))
                    .isEqualTo(LightKeystore.ADDRESS);
            press(window, "#wallet-lock");
        }
        assertThat(Wallets.open(folder.resolve("wallet.json"), PASSWORD)
                        .address()
                        .hex())
                .isEqualTo(LightKeystore.ADDRESS);
        Files.delete(folder.resolve("wallet.json"));
    }

    private DeskUnderTest desk(Language language) {
        DeskUnderTest desk =
                HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
        HeadlessWindow.onUi(() -> {
            desk.model().texts().language().set(language);
            desk.model().wallet().look();
            desk.model().go(Place.WALLET);
        });
        HeadlessWindow.await(
                "its file was looked for", () -> desk.model().wallet().state().get() instanceof WalletState.None);
        return desk;
    }

    private static void way(HeadlessWindow window, int index) {
        HeadlessWindow.onUi(window.scene().getRoot()::applyCss);
        HeadlessWindow.onUi(() -> window.all(".segments .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .skip(index)
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private static void type(HeadlessWindow window, String id, String text) {
        HeadlessWindow.onUi(() -> ((TextInputControl) find(window, id)).setText(text));
    }

    private static void press(HeadlessWindow window, String id) {
        HeadlessWindow.onUi(() -> button(window, id).fire());
    }

    private static String text(HeadlessWindow window, String id) {
        return HeadlessWindow.onUiThread(() -> ((Label) find(window, id)).getText());
    }

    private static Button button(HeadlessWindow window, String id) {
        return (Button) find(window, id);
    }

    private static Node find(HeadlessWindow window, String id) {
        window.scene().getRoot().applyCss();
        return window.the(id);
    }
}
