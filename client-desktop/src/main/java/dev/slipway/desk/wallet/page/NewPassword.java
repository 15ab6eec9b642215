package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.signer.protocol.Secret;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** A password typed twice, with what it is worth. */
final class NewPassword extends VBox {
    private final PasswordField once = new PasswordField();
    private final PasswordField twice = new PasswordField();
    private final BooleanBinding ready = Bindings.createBooleanBinding(
            () -> PasswordStrength.of(once.getCharacters()) != PasswordStrength.TOO_SHORT
                    && once.getText().equals(twice.getText()),
            once.textProperty(),
            twice.textProperty());

    NewPassword(Texts texts) {
        super(16);
        WalletWords words = new WalletWords(texts);
        once.setId("wallet-password");
        twice.setId("wallet-password-again");
        Label worth = Labels.wrapped(
                texts.following(
                        () -> once.getText().isEmpty() ? "" : words.strength(PasswordStrength.of(once.getCharacters())),
                        once.textProperty()),
                "exact");
        worth.managedProperty().bind(worth.textProperty().isNotEmpty());
        worth.setId("wallet-password-worth");
        Label different = Labels.wrapped(
                texts.following(
                        () -> twice.getText().isEmpty() || once.getText().startsWith(twice.getText())
                                ? ""
                                : texts.get("wallet.password.different"),
                        once.textProperty(),
                        twice.textProperty()),
                "wrong-words");
        different.managedProperty().bind(different.textProperty().isNotEmpty());
        VBox first = new Labelled(texts, "wallet.password.new", once);
        first.getChildren().add(worth);
        VBox second = new Labelled(texts, "wallet.password.again", twice);
        second.getChildren().add(different);
        getChildren().addAll(first, second);
    }

    /** Whether it is long enough and typed alike both times. */
    BooleanBinding ready() {
        return ready;
    }

    /** The password; the fields are empty then. */
    Secret take() {
        Secret password = Secret.of(once.getCharacters());
        once.clear();
        twice.clear();
        return password;
    }

    void onEnter(Runnable action) {
        twice.setOnAction(event -> action.run());
    }
}
