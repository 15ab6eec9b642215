package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.signer.protocol.Secret;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The password that opens the wallet. Enter does as the button. */
final class UnlockForm extends VBox {

    UnlockForm(WalletModel model, Texts texts) {
        super(16);
        PasswordField password = Labelled.first(new PasswordField());
        password.setId("wallet-unlock-password");
        Button unlock = Buttons.primary(texts.of("wallet.unlock"), Feather.UNLOCK, () -> {
            Secret secret = Secret.of(password.getCharacters());
            password.clear();
            model.unlock(secret);
        });
        unlock.setId("wallet-unlock");
        unlock.disableProperty().bind(password.textProperty().isEmpty());
        password.setOnAction(event -> unlock.fire());
        getChildren().addAll(new Labelled(texts, "wallet.password", password), unlock);
    }
}
